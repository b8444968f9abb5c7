using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using TrialSite.Seeds;

namespace TrialSite.Web.Tests;

/// <summary>The words of a page in document order, one line for each block, as a reader would copy them.</summary>
public static partial class PageText
{
    private static readonly HashSet<string> Inline = ["a", "b", "del", "em", "i", "ins", "span", "strong", "time"];

    public static IReadOnlyList<string> Lines(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return [.. text.ToString().Split('\n').Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0)];
    }

    public static void AssertInOrder(IDocument page, params string[] lines) =>
        Assert.Contains("\n" + string.Join('\n', lines) + "\n", string.Join('\n', Lines(page.QuerySelector("main")!)));

    /// <summary>The page's text, copied and read as a seed.</summary>
    public static SeedDocument? ReadBack(IDocument page) => SeedParser.Parse(string.Join("\n\n", Lines(page.QuerySelector("main")!))).Document;

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                text.Append(words.Data.Replace('\n', ' '));
            else if (child is IElement { LocalName: var name } element && !element.ClassList.Contains("paper")) // Only print shows it.
                AppendElement(child, text, isBlock: !Inline.Contains(name));
        }
    }

    private static void AppendElement(INode element, StringBuilder text, bool isBlock)
    {
        if (isBlock)
            text.Append('\n');
        Append(element, text);
        if (isBlock)
            text.Append('\n');
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
