using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>The one way from Markdown to HTML: no raw HTML, no images, links to http, https and mailto only, no contact detail.</summary>
public static class SafeMarkdown
{
    /// <summary>A flood of brackets takes seconds above this; see LIMITS in docs/operations.md.</summary>
    public const int MaxBytes = 8 * 1024;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(Legible(markdown), Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            MakeSafe(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Max(heading.Level, 4);
        return Render(document);
    }

    /// <summary>Escapes and entities can spell a contact detail that the plain text does not show; such a text is shown without its markup.</summary>
    private static string Legible(string markdown)
    {
        var shown = Markdown.ToPlainText(markdown, Pipeline);
        return ContactDetails.AppearIn(shown) ? ContactDetails.Mask(shown) : markdown;
    }

    private static void MakeSafe(LinkInline link)
    {
        if (!link.IsImage && IsAllowed(link.Url))
            return;
        var words = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            words.AppendChild(child);
        }
        link.ReplaceBy(words, copyChildren: false);
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" && !ContactDetails.AppearIn(url);

    private static string Render(MarkdownDocument document)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return html.ToString().TrimEnd();
    }
}
