using System.Buffers;
using System.Text;

namespace TrialSite.Seeds;

/// <summary>Finds accounts of messengers: addresses such as "https://t.me/name", links such as "skype:name" and labels such as "WeChat: name".</summary>
internal static class ContactAccounts
{
    private static readonly string[] Hosts =
    [
        "wa.me/", "api.whatsapp.com/", "chat.whatsapp.com/", "t.me/", "telegram.me/", "m.me/", "line.me/", "u.wechat.com/", "weixin.qq.com/",
        "join.skype.com/", "viber.me/", "signal.me/",
    ];

    private static readonly HashSet<string> HostWords = [.. Hosts.Select(host => host[..host.IndexOf('.', StringComparison.Ordinal)])];

    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
        { "tel", "sms", "callto", "skype", "whatsapp", "viber", "weixin", "wechat", "tg", "facetime" };

    private static readonly HashSet<string> Messengers = new(StringComparer.OrdinalIgnoreCase)
        { "wechat", "weixin", "skype", "whatsapp", "telegram", "viber", "微信", "微信号" };

    private static readonly int LongestMessenger = Messengers.Max(name => name.Length);

    private static readonly string[] LabelEnds = [" ID", " id", " account", " number"];

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("0123456789_-.");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsHostWord = HostWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsScheme = Schemes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsMessenger = Messengers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One of these stands in every account's address, link or label, but for the Chinese labels.</summary>
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [.. Hosts, .. Schemes.Select(scheme => $"{scheme}:"), .. Messengers.Where(name => Ascii.IsValid(name))], StringComparison.OrdinalIgnoreCase);

    public static MaskedText Mask(string text)
    {
        var masked = new MaskedText(text);
        if (!text.AsSpan().ContainsAny(Signs) && !text.Contains('微', StringComparison.Ordinal))
            return masked;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            var hidden = OfHost(text, at, end, masked.Copied) ?? OfScheme(text, at, end) ?? OfLabel(text, at, end);
            if (hidden is { } account)
                masked.Replace(account.Start, account.End, account.IsPhone ? ContactDetails.HiddenPhone : ContactDetails.HiddenAccount);
            at = hidden?.End ?? end;
        }
        return masked;
    }

    /// <summary>"https://wa.me/8613800138000", with or without what stands before the host.</summary>
    private static Account? OfHost(string text, int start, int end, int floor)
    {
        if (end >= text.Length || text[end] != '.' || !IsHostWord.Contains(text.AsSpan(start, end - start)))
            return null;
        var host = Array.Find(Hosts, host => string.CompareOrdinal(text, start, host, 0, host.Length) == 0);
        if (host is null || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_' or '@')))
            return null;
        var last = EndOfToken(text, start + host.Length);
        if (last == start + host.Length)
            return null;
        foreach (var before in new[] { "www.", "https://", "http://" })
        {
            if (start - before.Length >= floor && string.Compare(text, start - before.Length, before, 0, before.Length, StringComparison.OrdinalIgnoreCase) == 0)
                start -= before.Length;
        }
        return start > 0 && text[start - 1] == '.' ? null : new Account(start, last, host == "wa.me/" && char.IsDigit(text[last - 1]));
    }

    /// <summary>"skype:name?chat", "sms:+8613800138000": nothing but the colon between.</summary>
    private static Account? OfScheme(string text, int start, int end)
    {
        if (end + 1 >= text.Length || text[end] != ':' || !IsScheme.Contains(text.AsSpan(start, end - start)))
            return null;
        var value = end + 1;
        while (value < text.Length && text[value] == '/')
            value++;
        var last = EndOfToken(text, value);
        var token = text.AsSpan(value, last - value);
        var digits = 0;
        foreach (var character in token)
            digits += char.IsDigit(character) ? 1 : 0;
        if (text.AsSpan(start, end - start) is var scheme && (scheme.Equals("tel", StringComparison.OrdinalIgnoreCase) || scheme.Equals("sms", StringComparison.OrdinalIgnoreCase)))
            return digits >= 7 ? new Account(start, last, true) : null;
        if (token.Length < 3 || !(char.IsLetterOrDigit(token[0]) || token[0] is '+' or '@' or '.'))
            return null;
        return new Account(start, last, digits >= 7 && !token.ContainsAnyInRange('a', 'z'));
    }

    /// <summary>"WeChat ID: name", "Telegram @name": the name alone, when it is no word of a sentence.</summary>
    private static Account? OfLabel(string text, int start, int end)
    {
        if (end - start > LongestMessenger || !IsMessenger.Contains(text.AsSpan(start, end - start)))
            return null;
        var labelEnd = Array.Find(LabelEnds, label => string.CompareOrdinal(text, end, label, 0, label.Length) == 0);
        var at = end + (labelEnd?.Length ?? 0);
        var afterLabel = SkipBlanks(text, at);
        var hasColon = afterLabel < text.Length && text[afterLabel] is ':' or '：';
        var value = hasColon ? SkipBlanks(text, afterLabel + 1) : afterLabel;
        if (value >= text.Length || !(hasColon || (value > at && text[value] == '@')))
            return null;
        if (!(char.IsLetter(text[value]) || text[value] is '@' or '_'))
            return null;
        var last = EndOfToken(text, value);
        var token = text.AsSpan(value, last - value);
        var isName = token[0] == '@' || token.ContainsAny(NameSigns) || last == text.Length || text[last] is '.' or ',' or ';' or ')' or '\n' or '|';
        var isOther = token.Length < 3 || token[1..].Contains('@') || token.Contains('(') || token.EndsWith(":", StringComparison.Ordinal);
        return isName && !isOther ? new Account(value, last, false) : null;
    }

    private static int SkipBlanks(string text, int at)
    {
        for (var count = 0; count < 3 && at < text.Length && text[at] is ' ' or '*' or '_'; count++)
            at++;
        return at;
    }

    /// <summary>The end of what has no blank, without the punctuation of the sentence around it.</summary>
    private static int EndOfToken(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (')' or ']' or '>' or '"' or ',' or ';' or '|' or '(' or SeedText.Bullet))
            end++;
        while (end > start && text[end - 1] is '.' or '!' or '?' or '*' or '\'')
            end--;
        return end;
    }

    private readonly record struct Account(int Start, int End, bool IsPhone);
}
