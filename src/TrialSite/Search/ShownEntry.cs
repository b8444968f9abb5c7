namespace TrialSite.Search;

/// <summary>What a list shows of an entry and no search needs in memory.</summary>
/// <param name="Title">The trial's.</param>
/// <param name="StatusSeenOn">When its places and their status were last confirmed.</param>
/// <param name="Condition">The name of the first condition; null when it has none.</param>
/// <param name="PlaceNames">A line for each of its points.</param>
public sealed record ShownEntry(string Title, DateOnly StatusSeenOn, string? Condition, string PlaceNames)
{
    /// <summary>Null when there is no such place.</summary>
    public string? PlaceAt(int index) => PlaceNames.Split('\n') is var names && index >= 0 && index < names.Length ? names[index] : null;
}
