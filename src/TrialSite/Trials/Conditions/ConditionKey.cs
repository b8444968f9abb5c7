using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TrialSite.Trials;

/// <summary>What two spellings of one condition have in common: "Liver failure, acute" and "Acute liver failures" have one key.</summary>
internal static class ConditionKey
{
    private static readonly FrozenSet<string> Fillers = new HashSet<string> { "of", "the", "and", "an" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> SameWords = new Dictionary<string, string>
    {
        ["i"] = "1",
        ["ii"] = "2",
        ["iii"] = "3",
        ["iv"] = "4",
        ["vi"] = "6",
        ["vii"] = "7",
        ["disk"] = "disc",
        ["tumour"] = "tumor",
        ["disorder"] = "disease",
    }.ToFrozenDictionary();

    /// <summary>British spelling, and the one of the thesaurus.</summary>
    private static readonly (string British, string American)[] Spellings =
    [
        ("aemi", "emi"), ("haem", "hem"), ("oesoph", "esoph"), ("oedema", "edema"), ("paed", "ped"), ("rrhoea", "rrhea"), ("coeliac", "celiac"),
        ("foetal", "fetal"), ("gynaec", "gynec"), ("anaesth", "anesth"), ("ischaem", "ischem"), ("isation", "ization"), ("behaviour", "behavior"), ("fibre", "fiber"),
    ];

    private static readonly NameMemo<IReadOnlyList<string>> Words = new(Split);
    private static readonly NameMemo<string> Keys = new(name => string.Join(' ', WordsOf(name).Order(StringComparer.Ordinal)));

    public static string Of(string name) => Keys.Of(name);

    public static IReadOnlyList<string> WordsOf(string name) => Words.Of(name);

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var letters = name.Normalize(NormalizationForm.FormKD);
        for (var i = 0; i <= letters.Length; i++)
        {
            var c = i < letters.Length ? letters[i] : ' ';
            if (c is '\'' or '’' or '`' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsLetterOrDigit(c) || (word.Length > 0 && char.IsDigit(c) != char.IsDigit(word[^1])))
                End(words, word);
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (c == '+')
                words.Add("positive");
        }
        return words;
    }

    private static void End(List<string> words, StringBuilder letters)
    {
        if (letters.Length == 0)
            return;
        var word = Folded(letters.ToString());
        letters.Clear();
        if (!Fillers.Contains(word))
            words.Add(word);
    }

    private static string Folded(string word)
    {
        word = Singular(word);
        if (word.Length > 5)
        {
            foreach (var (british, american) in Spellings)
                word = word.Replace(british, american, StringComparison.Ordinal);
        }
        return SameWords.GetValueOrDefault(word, word);
    }

    private static string Singular(string word) => word switch
    {
        { Length: <= 3 } => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) => word,
        _ when word[^1] == 's' => word[..^1],
        _ => word,
    };
}
