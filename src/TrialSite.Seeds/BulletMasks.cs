namespace TrialSite.Seeds;

/// <summary>Finds what a page shows instead of a contact detail: <c>•••-•••-••••</c> and <c>•••••@•••••</c>.</summary>
internal static class BulletMasks
{
    public static MaskedText Mask(string text)
    {
        var masked = new MaskedText(text);
        for (var at = text.IndexOf(SeedText.Bullet, StringComparison.Ordinal); at >= 0; at = Next(text, at))
        {
            var end = EndOfMask(text, at, out var bullets);
            if (bullets < 2 || !text.AsSpan(at, end - at).Contains("••", StringComparison.Ordinal))
            {
                at = end - 1; // list marks
                continue;
            }
            var start = at > masked.Copied && text[at - 1] == '@' ? StartOfWord(text, at - 1, masked.Copied) : at;
            if (text[end - 1] == '@')
                end = EndOfWord(text, end);
            var isEmail = text.AsSpan(start, end - start).Contains('@');
            masked.Replace(start, end, isEmail ? ContactDetails.HiddenEmail : ContactDetails.HiddenPhone);
            at = end - 1;
        }
        return masked;
    }

    private static int Next(string text, int at) => text.IndexOf(SeedText.Bullet, at + 1);

    /// <summary>The end of a run of bullets and the signs between them; a single blank counts only between two bullets.</summary>
    private static int EndOfMask(string text, int start, out int bullets)
    {
        var end = start;
        bullets = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == SeedText.Bullet)
                bullets++;
            else if (text[at] is ' ' && text[at - 1] == SeedText.Bullet && at + 1 < text.Length && text[at + 1] == SeedText.Bullet)
                continue;
            else if (text[at] is not ('-' or '.' or '@' or '+' or '(' or ')'))
                break;
            if (text[at] is SeedText.Bullet or '@')
                end = at + 1;
        }
        return end;
    }

    private static int StartOfWord(string text, int at, int floor)
    {
        while (at > floor && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '-'))
            at++;
        return at;
    }
}
