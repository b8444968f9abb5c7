using System.Globalization;
using System.Text;

namespace TrialSite.Search;

/// <summary>A place's name as it is compared: no accents, no capitals, no punctuation; "St. Louis" is "Saint Louis". <c>Places/make.js</c> does the same.</summary>
internal static class PlaceKey
{
    public static string Of(string name)
    {
        var letters = Letters(name);
        var key = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsLetter(letters[i]) || char.IsNumber(letters[i]))
                key.Append(letters[i]);
            else if (letters[i] is not ('\'' or '’' or '‘' or '`' or 'ʼ') && !IsWithinInitials(letters, i))
                key.Append(' ');
        }
        return string.Join(' ', key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Short));
    }

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        // Half a pair of surrogates cannot be normalised, and no place's name has a whole one.
        foreach (var c in string.Concat(name.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append(Plain(char.ToLowerInvariant(c)));
        }
        return letters.ToString();
    }

    private static string Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ə' => "e",
        'œ' => "oe",
        'æ' => "ae",
        'þ' => "th",
        'ς' => "σ",
        _ => letter.ToString(),
    };

    /// <summary>The first full stop of "D.C.", which is "DC".</summary>
    private static bool IsWithinInitials(string letters, int at) =>
        letters[at] == '.' && IsLoneLetter(letters, at - 1) && IsLoneLetter(letters, at + 1);

    private static bool IsLoneLetter(string letters, int at) =>
        at >= 0 && at < letters.Length && char.IsLetter(letters[at])
        && (at == 0 || !char.IsLetterOrDigit(letters[at - 1]))
        && (at + 1 == letters.Length || !char.IsLetterOrDigit(letters[at + 1]));

    private static string Short(string word) => word switch
    {
        "saint" => "st",
        "sainte" => "ste",
        "mount" => "mt",
        "fort" => "ft",
        _ => word,
    };
}
