using System.Text;

namespace TrialSite.Seeds;

/// <summary>The registry's words for the recruitment status of a place.</summary>
internal static class RecruitmentWord
{
    private const int Longest = 40;

    private static readonly HashSet<string> All =
    [
        "NOT_YET_RECRUITING", "RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING", "COMPLETED", "SUSPENDED", "TERMINATED",
        "WITHDRAWN", "UNKNOWN", "AVAILABLE", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE", "APPROVED_FOR_MARKETING", "WITHHELD",
    ];

    public static string Expected { get; } = string.Join(", ", All);

    /// <summary>The word as the registry spells it: "Active, not recruiting" is ACTIVE_NOT_RECRUITING; null when it is none.</summary>
    public static string? From(string words)
    {
        if (words.Length > Longest)
            return null;
        var word = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (character is not (' ' or '_' or ','))
                word.Append(char.ToUpperInvariant(character));
            else if (word.Length > 0 && word[^1] != '_')
                word.Append('_');
        }
        return All.TryGetValue(word.ToString().TrimEnd('_'), out var known) ? known : null;
    }

    /// <summary>The word that was perhaps meant: up to two letters wrong; null when there is none.</summary>
    public static string? Nearest(string words)
    {
        var trimmed = words.Trim(' ', ',', '.', ':', ';');
        if (trimmed.Length is < 6 or > Longest || From(trimmed) is not null)
            return null;
        return All.FirstOrDefault(word => EditDistance.IsAtMostTwo(word.Replace('_', ' '), trimmed.Replace('_', ' ')));
    }

    /// <summary>Whether the words look like a status nobody knows: capitals only, no digit, no comma.</summary>
    public static bool IsPerhaps(string words)
    {
        var trimmed = words.Trim(' ', ',');
        return trimmed.Length is > 2 and <= Longest && trimmed.All(character => char.IsAsciiLetterUpper(character) || character is ' ' or '_');
    }
}
