using System.Text.RegularExpressions;

namespace TrialSite.Tests.Reading;

/// <summary>
/// How many syllables an English word has, by its groups of vowels. Checked against the CMU pronouncing dictionary: right for 99 in 100 of the words that the
/// site and its seeds use, and for 91 in 100 of all 125,000 words there, most of the rest names.
/// </summary>
internal static partial class Syllables
{
    /// <summary>Words of our texts that the rules get wrong.</summary>
    private static readonly Dictionary<string, int> Exceptions = new Dictionary<int, string>
    {
        [1] = "reach tired",
        [2] = "agreed baseline being business create eating fluid household layout maybe milestone ourselves people rely safety several someone "
            + "something sometimes somewhere themselves treated treating whereas",
        [3] = "anyone anything area behaviour dementia everyone everything idea platinum required somebody suicide supplement whoever",
        [4] = "anybody criterion diabetes european everybody laboratory whatsoever",
    }.SelectMany(words => words.Value.Split(' ').Select(word => (word, words.Key))).ToDictionary();

    /// <summary>A number is one; short forms are spelled letter by letter; what hyphens, slashes and full stops join is added up.</summary>
    public static int In(string word)
    {
        if (ShortForm().IsMatch(word))
            return word.Length;
        var plain = Possessive().Replace(word.ToLowerInvariant().Replace('’', '\''), "").Replace("'", "");
        return Math.Max(1, plain.Split('-', '/', '.').Where(part => part.Length > 0).Sum(part => part.Any(char.IsAsciiDigit) ? 1 : InPlain(part)));
    }

    private static int InPlain(string word)
    {
        foreach (var stem in new[] { word, Without(word, "s"), Without(word, "d"), Without(word, "ed"), Without(word, "es") })
        {
            if (Exceptions.TryGetValue(stem, out var count))
                return count;
        }
        if (SilentEd().IsMatch(word))
            return Count(ConsonantLed().IsMatch(word) ? Without(word, "d") : Without(word, "ed"));
        if (SilentEs().IsMatch(word))
            word = Without(word, "s");
        return Count(SilentE().IsMatch(word) ? Without(word, "e") : word);
    }

    private static string Without(string word, string end) => word.EndsWith(end, StringComparison.Ordinal) ? word[..^end.Length] : word;

    private static int Count(string word) => Math.Max(1, Vowels().Count(word) + TwoInOneGroup().Count(word) - NoneInGroup().Count(word));

    [GeneratedRegex("^[A-Z]{2,4}$")]
    private static partial Regex ShortForm();

    [GeneratedRegex("'s?$")]
    private static partial Regex Possessive();

    /// <summary>"watched" and "tried", not "treated", "needed" or "bed".</summary>
    [GeneratedRegex("[aeiouy].*[^tdaeiouy]ed$|[aeiouy]{2}ed$|[aeiouy].*[aeiouy]ed$")]
    private static partial Regex SilentEd();

    /// <summary>"handled" is "handle" and a sound.</summary>
    [GeneratedRegex("[^aeiouylr][lr]ed$")]
    private static partial Regex ConsonantLed();

    /// <summary>"takes", not "changes" or "boxes".</summary>
    [GeneratedRegex("(?<!s|x|z|c|g|ch|sh)es$")]
    private static partial Regex SilentEs();

    /// <summary>"take", not "table" or "the".</summary>
    [GeneratedRegex("[aeiouy].*(?<![^aeiouy]l)e$")]
    private static partial Regex SilentE();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    /// <summary>"via", "being", "easier", "serious", "usual", "diet", "react", "didn't".</summary>
    [GeneratedRegex("i(?:a(?!l$(?<=[cgst]ial)|n$(?<=[cgst]ian))|u|i)|[^aeiou]io(?!n|u)|[aeou]ing|[aeiouy]ying|i(?:er|est)$|eou?s$|ism$|[rv]iou|[^gq]ua[lrt]|uit[ey]|iet|eum|eo(?!p|u|n$)|^reac(?=t)|[^aeiouy]ying|[ds]nt$")]
    private static partial Regex TwoInOneGroup();

    /// <summary>"special", "precious", "rarely", "careful", "illness", "movement".</summary>
    [GeneratedRegex("[cgtx]iou|[cgst]ia(?![ln]$)|[^aeiouy]ely$|(?<=[a-z]{2})eful|eness|ement|etime|eline")]
    private static partial Regex NoneInGroup();
}
