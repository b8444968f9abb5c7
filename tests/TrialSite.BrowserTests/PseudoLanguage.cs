using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TrialSite.BrowserTests;

/// <summary>A page's words in letters that are written from right to left, as long as before.</summary>
internal static class PseudoLanguage
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string Hebrew = "אבצדהףגחיטכלמנעפקרסתושוזץת";

    public static string Of(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        page.DocumentElement.SetAttribute("dir", "rtl");
        page.DocumentElement.SetAttribute("lang", "he");
        foreach (var text in page.Body!.Descendants<IText>().Where(text => text.ParentElement is { LocalName: not ("script" or "style") }))
            text.TextContent = string.Concat(text.TextContent.Select(Letter));
        return page.ToHtml();
    }

    private static char Letter(char letter) => Latin.IndexOf(char.ToLowerInvariant(letter)) is >= 0 and var place ? Hebrew[place] : letter;
}
