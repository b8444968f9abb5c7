namespace TrialSite.Seeds;

/// <summary>A line that says by label whether there is a phone number and an email address.</summary>
/// <param name="Role">What stands before the first label; empty when nothing does.</param>
/// <param name="HasPhone">A phone label with a value.</param>
/// <param name="HasEmail">An email label with a value, or an email address behind the phone label.</param>
/// <example>
/// Contact Phone: •••-•••-•••• Email: •••••@•••••
/// Contact Tel: Hidden on this site
/// </example>
internal sealed record ContactLine(string Role, bool HasPhone, bool HasEmail)
{
    private static readonly (string Label, bool IsEmail)[] Labels =
        [("Phone", false), ("Telephone", false), ("Tel", false), ("Email", true), ("E-mail", true)];

    private static readonly char[] RoleEnds = [' ', ',', ';', '|', '·', '-', '–', '—', ':'];

    /// <summary>The line read by its labels; null when it has none.</summary>
    public static ContactLine? From(string words)
    {
        if (FindLabel(words, 0) is not { } label)
            return null;
        var contact = new ContactLine(CleanRole(words[..label.Start]), false, false);
        for (LabelFound? next = label; next is { } current;)
        {
            next = FindLabel(words, current.End);
            var value = words.AsSpan(current.End, (next?.Start ?? words.Length) - current.End);
            contact = contact.With(current.IsEmail, value);
        }
        return contact;
    }

    /// <summary>A role without list mark and without the punctuation that led to the labels.</summary>
    public static string CleanRole(string words) => SeedText.WithoutListMark(words).TrimEnd(RoleEnds);

    private ContactLine With(bool isEmail, ReadOnlySpan<char> value)
    {
        value = value.Trim(RoleEnds);
        if (value.IsEmpty || value.Equals("none", StringComparison.OrdinalIgnoreCase) || value.Equals("n/a", StringComparison.OrdinalIgnoreCase))
            return this;
        if (isEmail)
            return this with { HasEmail = true };
        var at = value.IndexOf('@');
        if (at < 0)
            return this with { HasPhone = true };
        var addressStart = value[..at].LastIndexOf(' ') + 1;
        var addressLength = value[at..].IndexOf(' ');
        var isBesidePhone = value[..addressStart].ContainsAnyInRange('0', '9')
            || (addressLength > 0 && value[(at + addressLength)..].ContainsAnyInRange('0', '9'));
        return this with { HasPhone = HasPhone || isBesidePhone, HasEmail = true };
    }

    private static LabelFound? FindLabel(string words, int from)
    {
        for (var colon = words.IndexOf(':', from); colon >= 0; colon = words.IndexOf(':', colon + 1))
        {
            var end = colon;
            while (end > from && words[end - 1] == ' ')
                end--;
            foreach (var (label, isEmail) in Labels)
            {
                var start = end - label.Length;
                var isLabel = start >= from
                    && words.AsSpan(start, label.Length).Equals(label, StringComparison.OrdinalIgnoreCase)
                    && (start == 0 || !char.IsLetter(words[start - 1]) && words[start - 1] != '-');
                if (isLabel)
                    return new LabelFound(start, colon + 1, isEmail);
            }
        }
        return null;
    }

    private readonly record struct LabelFound(int Start, int End, bool IsEmail);
}
