using System.Buffers;

namespace TrialSite.Seeds;

/// <summary>Finds phone numbers, email addresses and accounts of messengers in text, so that none of them reaches a page, a column or a log.</summary>
/// <remarks>
/// Takes time in proportion to the text. Leaves alone what only looks similar: NCT IDs, dates, EudraCT numbers, numbers with thousands
/// groups, doses and web addresses. A bare national number of up to 9 digits is found only behind a word such as "call" or "phone".
/// </remarks>
public static class ContactDetails
{
    // These stand in stored texts, and in the hash by which a record is known again: another spelling would be a change of every such trial.
    internal const string HiddenPhone = "(phone number hidden)";
    internal const string HiddenEmail = "(e-mail address hidden)";
    internal const string HiddenAccount = "(messenger account hidden)";

    /// <summary>Every contact detail has one of these, or is spelled with the word "dot": most names have neither and need no further look.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        [.. "@＠﹫&([{%.:：", SeedText.Bullet, .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsDigit)]);

    private static readonly Func<string, MaskedText>[] Finders =
        [BulletMasks.Mask, ContactAccounts.Mask, EmailAddresses.Mask, SpelledEmailAddresses.Mask, PhoneNumbers.Mask];

    /// <summary>The text with each contact detail, and each mask of one, replaced by "(phone number hidden)", "(e-mail address hidden)" or "(messenger account hidden)".</summary>
    /// <param name="text">Plain text or Markdown of any number of lines.</param>
    /// <returns>The same text when there is nothing to hide; masking it again changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Signs) || text.Contains(" dot ", StringComparison.OrdinalIgnoreCase) ? Hide(text).Text : text;
    }

    /// <summary>The text, where its first detail begins (-1 when there is none), and what was written instead.</summary>
    internal static (string Text, int First, List<string> Kinds) Hide(string text)
    {
        var (first, kinds) = (-1, new List<string>());
        foreach (var find in Finders)
        {
            var masked = find(text);
            if (masked.First < 0)
                continue;
            first = first < 0 ? masked.First : Math.Min(first, masked.First);
            kinds.AddRange(masked.Replacements.Except(kinds));
            text = masked.ToString();
        }
        return (text, first, kinds);
    }

    /// <summary>Whether <see cref="Mask"/> would change the text.</summary>
    /// <param name="text">Plain text or Markdown of any number of lines.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool AppearIn(string text) => Mask(text) != text;
}
