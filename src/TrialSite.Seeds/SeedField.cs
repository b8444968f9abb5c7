using System.Text;

namespace TrialSite.Seeds;

/// <summary>Makes a line's words fit for a field: contact details hidden, with a warning, no bullet left, at most 8 KB.</summary>
internal static class SeedField
{
    public const int MaxBytes = 8 * 1024;

    /// <summary>A field of one line.</summary>
    public static string OneLine(SeedLine line, string words, SeedProblems problems)
    {
        var field = SeedText.WithoutBullets(Masked(line, words, problems));
        ReportTooLong(line, field, problems);
        return field;
    }

    /// <summary>A line of Markdown: the copied bullet of a list becomes Markdown's.</summary>
    public static string MarkdownLine(SeedLine line, string text, SeedProblems problems)
    {
        var masked = Masked(line, text, problems);
        var words = masked.TrimStart(' ');
        if (words.StartsWith(SeedText.Bullet) && SeedText.HasListMark(words))
            masked = $"{masked.AsSpan(0, masked.Length - words.Length)}- {words.AsSpan(1).TrimStart(' ')}".TrimEnd(' ');
        return SeedText.WithoutBullets(masked);
    }

    public static void ReportTooLong(SeedLine line, string field, SeedProblems problems)
    {
        if (field.Length > MaxBytes / 4 && Encoding.UTF8.GetByteCount(field) > MaxBytes)
            problems.Error(SeedCodes.TextTooLong, line, $"the text that begins here is longer than {MaxBytes} bytes; shorten it");
    }

    /// <summary>Contact details hidden, with a warning; bullets may be left.</summary>
    public static string Masked(SeedLine line, string text, SeedProblems problems)
    {
        var (masked, first, kinds) = ContactDetails.Hide(text);
        if (first < 0)
            return masked;
        var shown = string.Join(" and ", kinds);
        problems.Warning(SeedCodes.ContactDetailMasked, line.Number, line.ColumnOf(text, first),
            $"{shown} is shown instead; contact details belong below \"Study contacts\" or \"Locations\"");
        return masked;
    }
}
