namespace TrialSite.Seeds;

/// <summary>Text that a reader could take for something else: a backslash before it says that text is meant.</summary>
internal static class SeedReserved
{
    /// <summary>Whether the line is a reserved one behind a backslash.</summary>
    public static bool IsEscape(string words) => words.StartsWith('\\') && IsReserved(words[1..]);

    /// <summary>Whether the words are a line of a long text that would look like a heading without its backslash.</summary>
    public static bool IsEscapedTitle(string words) => words.StartsWith('\\') && LoneTitles.Resembles(words.TrimStart('\\'));

    /// <summary>Whether the words would be read as a heading, a status or a sentence of the site, or their backslash as an escape.</summary>
    public static bool IsReserved(string words)
    {
        var core = words.TrimStart('\\');
        return SeedHeadings.TryFind(core, out _)
            || SeedHeadings.Nearest(core) is not null
            || SeedBoilerplate.IsAny(core)
            || PreambleReader.IsLabelled(core)
            || RecruitmentWord.From(core) is not null
            || RecruitmentWord.Nearest(core) is not null;
    }

    /// <summary>The words as a line that is read as text.</summary>
    public static string Escape(string words) => IsReserved(words) ? "\\" + words : words;
}
