namespace TrialSite.Trials;

public enum SpellingKind
{
    /// <summary>The name that our pages use.</summary>
    Plain,

    /// <summary>From our table of lay names and short forms.</summary>
    Lay,

    /// <summary>The thesaurus' name.</summary>
    Mesh,

    /// <summary>As a registrant wrote it.</summary>
    Registrant,
}

/// <summary>One of the names that a condition is known by.</summary>
public sealed class ConditionSpelling
{
    private static readonly char[] Marks = [.. ".,;:!?()[]{}'*\"“”„"];

    public ConditionSpelling(int conditionId, string key, string name, SpellingKind kind) => (ConditionId, Key, Name, Kind) = (conditionId, key, name, kind);

    private ConditionSpelling()
    {
    }

    public int ConditionId { get; private set; }

    /// <summary>The name as it is looked up: small letters, words parted by one blank.</summary>
    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
    public SpellingKind Kind { get; private set; }

    public static string KeyOf(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(Marks)).Where(word => word.Length > 0));
}
