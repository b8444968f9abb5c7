namespace TrialSite.Registry;

/// <summary>A line that says whether what follows lets people in or keeps them out.</summary>
/// <param name="Kind">Other when it says both.</param>
/// <param name="Text">The line, or its part up to the colon.</param>
/// <param name="Rest">What stands behind the colon: a first criterion.</param>
internal sealed record CriteriaHeading(CriteriaKind Kind, string Text, string Rest)
{
    private const int Longest = 110;
    private const int LongestWithoutColon = 60;

    private static readonly string[] Names =
        ["inclusion criteria", "exclusion criteria", "inclusion criterion", "exclusion criterion", "criteria of inclusion", "criteria of exclusion", "criteria for inclusion", "criteria for exclusion"];

    private static readonly string[] Whole = ["inclusion", "exclusion", "inclusions", "exclusions", "eligibility", "eligibility criteria"];

    /// <summary>Words of a sentence about criteria: "Other exclusion criteria may apply".</summary>
    private static readonly string[] Verbs = [" apply", " applied", " may ", "not ", " any ", "without ", " per ", " met ", " meet "];

    /// <param name="line">Trimmed.</param>
    public static CriteriaHeading? In(string line)
    {
        var words = line.TrimStart('*', '-', '•', '#', ' ');
        if (NameAtStart(words) is { } name && words.IndexOf(':', name.Length) is var colon and >= 0 && words.AsSpan(name.Length, colon - name.Length).IsWhiteSpace())
            return With(line, line.Length - words.Length + colon + 1);
        if (line.Length is 0 or > Longest)
            return null;
        return IsHeading(line, words) ? With(line, line.Length) : null;
    }

    private static bool IsHeading(string line, string words)
    {
        var name = words.TrimEnd(':', '.', '-', ' ', '*');
        if (Whole.Contains(name, StringComparer.OrdinalIgnoreCase) || Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            return true;
        if (CriteriaMarker.In(line) is { } marker && NameAtStart(line[marker.Length..].Trim()) is null)
            return false;
        if (line.EndsWith(':'))
            return Names.Any(known => Has(line, known)) || IsSentenceOfExclusion(line);
        return line.Length <= LongestWithoutColon && !line.EndsWith('.') && !line.EndsWith(';') && Names.Any(known => Has(line, known)) && !Verbs.Any(verb => Has(line, verb));
    }

    /// <summary>"Patients are excluded if any of the following applies:", where "not excluded" would be the contrary.</summary>
    private static bool IsSentenceOfExclusion(string line) =>
        (Has(line, " excluded ") || Has(line, "not be included") || Has(line, "not eligible")) && Has(line, "following") && !Has(line, "not excluded") && !Has(line, "not be excluded");

    private static CriteriaHeading With(string line, int length)
    {
        var text = line[..length];
        return new(KindOf(text), text, line[length..]);
    }

    private static CriteriaKind KindOf(string text)
    {
        var keepsOut = Has(text, "exclu") || Has(text, "non-inclusion") || Has(text, "non inclusion") || Has(text, "not be included") || Has(text, "not eligible");
        var letsIn = Has(text.Replace("non-inclusion", "", StringComparison.OrdinalIgnoreCase).Replace("non inclusion", "", StringComparison.OrdinalIgnoreCase), "inclusion");
        return (letsIn, keepsOut) switch
        {
            (true, false) => CriteriaKind.Inclusion,
            (false, true) => CriteriaKind.Exclusion,
            _ => CriteriaKind.Other,
        };
    }

    private static string? NameAtStart(string words) => Array.Find(Names, name => words.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
