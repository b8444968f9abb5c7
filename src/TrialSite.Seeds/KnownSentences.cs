using System.Text;

namespace TrialSite.Seeds;

/// <summary>Reads lines that may hold only sentences of the site, however they are spread over the lines.</summary>
internal static class KnownSentences
{
    private const int LongestSiteName = 100;

    /// <summary>Marks each line: boilerplate when all of it is known, a problem otherwise.</summary>
    public static void Read(IEnumerable<SeedLine> lines, string[] sentences, bool hasSiteSentence, Action<SeedLine> reportUnknown)
    {
        List<SeedLine> written = [.. lines.Where(line => !line.IsBlank)];
        written.ForEach(line => line.Use = SeedLineUse.Boilerplate);
        foreach (var line in UnknownLines(written, sentences, hasSiteSentence))
        {
            line.Use = SeedLineUse.Problem;
            reportUnknown(line);
        }
    }

    /// <summary>The lines that hold anything but sentences of "What this could mean" and the disclaimer.</summary>
    public static List<SeedLine> UnknownLines(List<SeedLine> lines) => UnknownLines(lines, SeedBoilerplate.SpreadSentences, hasSiteSentence: true);

    public static bool AreAllOf(string words) => words.Length > 0 && UnknownLines([new SeedLine(1, 1, words)]).Count == 0;

    private static List<SeedLine> UnknownLines(List<SeedLine> lines, string[] sentences, bool hasSiteSentence)
    {
        var text = new StringBuilder();
        var owners = new List<SeedLine>();
        foreach (var line in lines)
            Append(text, owners, line);
        return UnknownLines(text.ToString(), owners, sentences, hasSiteSentence);
    }

    /// <summary>"study ." is "study.", and every kind of dash is the same one: scars of copying.</summary>
    private static void Append(StringBuilder text, List<SeedLine> owners, SeedLine line)
    {
        if (text.Length > 0)
            Add(' ');
        foreach (var character in line.Words)
        {
            if (character == '.' && text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
                owners.RemoveAt(owners.Count - 1);
            }
            Add(character is '–' or '―' || (character == '-' && text.Length > 0 && text[^1] == ' ') ? '—' : character);
        }

        void Add(char character)
        {
            text.Append(character);
            owners.Add(line);
        }
    }

    private static List<SeedLine> UnknownLines(string text, List<SeedLine> owners, string[] sentences, bool hasSiteSentence)
    {
        var unknown = new List<SeedLine>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            var length = Array.Find(sentences, sentence => StartsAt(text, at, sentence))?.Length ?? 0;
            if (length == 0 && hasSiteSentence)
                length = SiteSentenceLength(text, at, owners);
            for (; length == 0 && at < text.Length; at++)
            {
                if (unknown.Count == 0 || unknown[^1] != owners[at])
                    unknown.Add(owners[at]);
                if (IsSentenceEnd(text, at) || (at + 1 < text.Length && owners[at + 1] != owners[at]))
                    break;
            }
            at += Math.Max(length, 1);
        }
        return unknown;
    }

    /// <summary>"ANY SITE NAME takes no responsibility ...": the name is short, on one line, and ends no sentence.</summary>
    private static int SiteSentenceLength(string text, int at, List<SeedLine> owners)
    {
        var window = Math.Min(text.Length - at, LongestSiteName + SeedBoilerplate.NoResponsibility.Length);
        var name = text.AsSpan(at, window).IndexOf(SeedBoilerplate.NoResponsibility, StringComparison.Ordinal);
        var isName = name > 0 && owners[at] == owners[at + name - 1] && !HoldsSentenceEnd(text.AsSpan(at, name));
        return !isName ? 0 : name + SeedBoilerplate.NoResponsibility.Length;
    }

    /// <summary>A full stop and a blank, but not those of "Trials &amp; Co. (Test)" or "St. Mary's Trials".</summary>
    private static bool HoldsSentenceEnd(ReadOnlySpan<char> name)
    {
        for (var stop = name.IndexOf(". ", StringComparison.Ordinal); stop >= 0; stop = name.IndexOf(". ", StringComparison.Ordinal))
        {
            var word = name[(name[..stop].LastIndexOf(' ') + 1)..stop];
            var isAbbreviation = word.Length is > 0 and <= 5 && (char.IsUpper(word[0]) || word.Contains('.'));
            if (!isAbbreviation)
                return true;
            name = name[(stop + 2)..];
        }
        return false;
    }

    private static bool StartsAt(string text, int at, string sentence) =>
        string.CompareOrdinal(text, at, sentence, 0, sentence.Length) == 0
        && (at + sentence.Length == text.Length || text[at + sentence.Length] == ' ');

    private static bool IsSentenceEnd(string text, int at) => text[at] == '.' && at + 1 < text.Length && text[at + 1] == ' ';
}
