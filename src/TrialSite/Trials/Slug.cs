using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrialSite.Trials;

/// <summary>A name as it stands in an address: lower-case ASCII letters, digits and single hyphens, at most 80 characters.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    private static readonly NameMemo<string> Memo = new(Make);

    public static string From(string name) => Memo.Of(name);

    /// <summary>Whether the text has a slug's shape.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);

    private static string Make(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormKD);
        var slug = new StringBuilder(letters.Length);
        foreach (var c in letters)
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length is > 0 and <= MaxLength && !LosesMeaning(letters) ? text : WithHash(text, letters);
    }

    /// <summary>Names in other scripts, "HER2+" and "HER2-" would become the same letters: a short hash tells them apart.</summary>
    private static bool LosesMeaning(string letters) =>
        letters.Where((c, i) => c is '+' or '−' || (char.IsLetterOrDigit(c) && !char.IsAscii(c)) || IsMinus(letters, i)).Any();

    private static bool IsMinus(string letters, int at) =>
        letters[at] == '-' && at > 0 && char.IsLetterOrDigit(letters[at - 1]) && (at + 1 == letters.Length || !char.IsLetterOrDigit(letters[at + 1]));

    private static string WithHash(string slug, string letters)
    {
        var words = string.Join(' ', letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8];
        var head = slug[..Math.Min(slug.Length, MaxLength - hash.Length - 1)].TrimEnd('-');
        return head.Length == 0 ? $"c-{hash}" : $"{head}-{hash}";
    }
}
