using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrialSite.Trials;

/// <summary>A name as it stands in an address: lower-case ASCII letters, digits and single hyphens, at most 80 characters.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var text = slug.ToString().Trim('-');
        return text.Length is > 0 and <= MaxLength && !LosesLetters(name) ? text : WithHash(text, name);
    }

    /// <summary>Names in other scripts keep no letter in ASCII: a short hash tells them apart.</summary>
    private static bool LosesLetters(string name) =>
        name.Normalize(NormalizationForm.FormKD).Any(c => char.IsLetterOrDigit(c) && !char.IsAscii(c));

    private static string WithHash(string slug, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToLowerInvariant())))[..8];
        var head = slug[..Math.Min(slug.Length, MaxLength - hash.Length - 1)].TrimEnd('-');
        return head.Length == 0 ? $"c-{hash}" : $"{head}-{hash}";
    }
}
