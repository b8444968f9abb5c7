namespace TrialSite.Search;

/// <summary>That records give a medicine another name, such as its brand, and how many do.</summary>
public sealed class MedicineName
{
    /// <summary>As <see cref="SearchWords"/> makes it, with blanks between.</summary>
    public string Key { get; init; } = "";

    public string OtherKey { get; init; } = "";

    /// <summary>The other name as it is written.</summary>
    public string OtherName { get; init; } = "";

    public int Count { get; init; }
}
