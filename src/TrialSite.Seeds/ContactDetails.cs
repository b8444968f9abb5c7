namespace TrialSite.Seeds;

/// <summary>Finds phone numbers and e-mail addresses in text, so that none of them reaches a page, a column or a log.</summary>
/// <remarks>
/// Takes time in proportion to the text. Leaves alone what only looks similar: NCT IDs, dates, EudraCT numbers, numbers with thousands
/// groups, doses and web addresses. A bare national number of up to 9 digits is found only behind a word such as "call" or "phone".
/// </remarks>
public static class ContactDetails
{
    internal const string HiddenPhone = "(phone number hidden)";
    internal const string HiddenEmail = "(e-mail address hidden)";

    /// <summary>The text with each contact detail, and each mask of one, replaced by "(phone number hidden)" or "(e-mail address hidden)".</summary>
    /// <param name="text">Plain text or Markdown of any number of lines.</param>
    /// <returns>The same text when there is nothing to hide; masking it again changes nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PhoneNumbers.Mask(EmailAddresses.Mask(BulletMasks.Mask(text)));
    }

    /// <summary>Whether <see cref="Mask"/> would change the text.</summary>
    /// <param name="text">Plain text or Markdown of any number of lines.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool AppearIn(string text) => Mask(text) != text;
}
