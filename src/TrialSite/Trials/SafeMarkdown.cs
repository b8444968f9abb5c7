using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>The one way from Markdown to HTML: no raw HTML, no images, links to http, https and mailto only, no contact detail.</summary>
public static class SafeMarkdown
{
    /// <summary>Also for the site's own texts, which may link within the site.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string ToHtml(string markdown)
    {
        try
        {
            return Render(renderer => renderer.Render(Read(markdown)));
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig reads: no text of a person. It is shown as it was typed.
            return $"<p>{WebUtility.HtmlEncode(ContactDetails.Mask(markdown))}</p>";
        }
    }

    /// <summary>The words that a reader of the HTML sees, a line for each block, and the address behind each link.</summary>
    public static string ToWords(string markdown)
    {
        try
        {
            var document = Read(markdown);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                link.InsertAfter(new LiteralInline($" ({link.Url})"));
            return Render(renderer => renderer.Render(document), asHtml: false);
        }
        catch (ArgumentException)
        {
            // As above.
            return ContactDetails.Mask(markdown);
        }
    }

    private static MarkdownDocument Read(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        MakeSafe(document);
        HideContactDetails(document);
        return document;
    }

    private static void MakeSafe(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
            MakeSafe(link);
        foreach (var link in document.Descendants<LinkInline>().Where(IsEmpty).ToList())
            link.Remove();
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var code in document.Descendants<FencedCodeBlock>())
            code.SetAttributes(new HtmlAttributes());
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Max(heading.Level, 4);
    }

    private static void MakeSafe(LinkInline link)
    {
        link.Title = null;
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
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" && !ContactDetails.AppearIn(Uri.UnescapeDataString(url));

    private static bool IsEmpty(LinkInline link) => string.IsNullOrWhiteSpace(Render(renderer => renderer.WriteChildren(link), asHtml: false));

    /// <summary>Escapes, entities and emphasis can spell a contact detail that the seed's text does not show; such a paragraph loses its markup.</summary>
    private static void HideContactDetails(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>().Where(block => block.Inline is not null))
        {
            var shown = Render(renderer => renderer.WriteChildren(block.Inline!), asHtml: false);
            if (ContactDetails.AppearIn(shown))
                block.Inline = new ContainerInline().AppendChild(new LiteralInline(ContactDetails.Mask(shown)));
        }
    }

    private static string Render(Action<HtmlRenderer> write, bool asHtml = true)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = asHtml, EnableHtmlForInline = asHtml, EnableHtmlEscape = asHtml };
        Pipeline.Setup(renderer);
        write(renderer);
        return text.ToString().TrimEnd();
    }
}
