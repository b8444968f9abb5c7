using System.Text;

namespace TrialSite.Registry;

/// <summary>Tags and comments of HTML in the registry's texts; a "less than" is no tag, and neither is what only stands in angle brackets.</summary>
internal static class RegistryTags
{
    private const int Longest = 500;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsInline = Names(
        "a", "abbr", "b", "big", "code", "em", "font", "i", "img", "ins", "del", "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "tt", "u", "o:p");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsBlock = Names(
        "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "embed", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "iframe", "input",
        "li", "link", "meta", "object", "ol", "p", "pre", "script", "style", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    public static string Remove(string text)
    {
        var plain = new StringBuilder(text.Length);
        var copied = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at))
        {
            if (Tag(text.AsSpan(at, Math.Min(text.Length - at, Longest))) is not { } tag)
            {
                if (++at == text.Length)
                    break;
                continue;
            }
            plain.Append(text, copied, at - copied).Append(tag.Replacement);
            copied = at += tag.Length;
        }
        return copied == 0 ? text : plain.Append(text, copied, text.Length - copied).ToString();
    }

    private static (int Length, string Replacement)? Tag(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--"))
            return text.IndexOf("-->") is var comment and >= 0 ? (comment + 3, "") : null;
        var end = text.IndexOf('>');
        if (end < 0)
            return null;
        var isEnd = text[1] == '/';
        var inside = text[(isEnd ? 2 : 1)..end];
        while (inside is [.., var last] && EndsName(last))
            inside = inside[..^1];
        var nameLength = 0;
        while (nameLength < inside.Length && !EndsName(inside[nameLength]))
            nameLength++;
        var name = inside[..nameLength];
        if (nameLength < inside.Length && !inside[nameLength..].Contains('='))
            return null;
        return name.Equals("sup", StringComparison.OrdinalIgnoreCase) ? (end + 1, isEnd ? "" : "^")
            : IsInline.Contains(name) ? (end + 1, "")
            : IsBlock.Contains(name) ? (end + 1, "\n")
            : null;
    }

    private static bool EndsName(char character) => character == '/' || RegistryText.IsBlank(character);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
