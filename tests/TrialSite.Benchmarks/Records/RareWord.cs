using System.Text;

namespace TrialSite.Benchmarks.Records;

/// <summary>A rare word and its made-up kin: <c>loratadine</c>, <c>lorabetadine</c>, ...; the further from the real one, the rarer, without an end.</summary>
internal static class RareWord
{
    /// <summary>Of n uses, about n to this power are new words; as in large collections of real texts.</summary>
    private const double Growth = 0.6;

    private static readonly string[] Syllables =
    [
        "ba", "be", "bi", "bo", "ca", "ce", "ci", "cor", "da", "de", "di", "dex", "fa", "fe", "fi", "flu", "ga", "ge", "gli", "ha", "he", "la", "le", "li", "lo", "ma", "me", "mi", "mo",
        "na", "ne", "ni", "no", "pa", "pe", "pi", "pro", "ra", "re", "ri", "ro", "sa", "se", "si", "so", "ta", "te", "ti", "to", "tra", "va", "ve", "vi", "xa", "zo",
    ];

    /// <summary>0 for the word itself.</summary>
    public static int Choose(Random random) => (int)Math.Min(int.MaxValue, Math.Pow(1 - random.NextDouble(), -1 / Growth) - 1);

    public static void Append(StringBuilder text, ReadOnlySpan<char> word, int number)
    {
        var middle = word.Length / 2;
        text.Append(word[..middle]);
        for (; number > 0; number /= Syllables.Length)
            text.Append(Syllables[number % Syllables.Length]);
        text.Append(word[middle..]);
    }
}
