using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TrialSite.Trials;

namespace TrialSite.Web.Pages;

/// <summary>A page of the content folder: its title, the text below it, and that text's first paragraph in plain words.</summary>
public sealed record ContentPage(string Title, string Html, string Lead);

/// <summary>The texts that the site's owner writes in Markdown, read once; <c>{site}</c> stands for the site's name.</summary>
public sealed class ContentPages
{
    private static readonly string[] Names = ["terms", "privacy", "safety", "about"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content");

    private readonly Dictionary<string, MarkdownDocument> documents;

    public ContentPages(SiteOptions site)
    {
        documents = Names.ToDictionary(name => name, name => Read(name, site.Name));
        SafetyRules = Render(documents["safety"].OfType<ListBlock>().Take(1));
    }

    public IEnumerable<string> Paths => Names.Select(name => $"/{name}");

    /// <summary>The page at <c>/name</c>; null when there is none.</summary>
    public ContentPage? Named(string name)
    {
        if (!documents.TryGetValue(name, out var document))
            return null;
        var title = document.OfType<HeadingBlock>().First(heading => heading.Level == 1);
        return new(title.Inline!.FirstChild!.ToString()!, Render(document.Where(block => block != title)), LeadOf(document));
    }

    /// <summary>The first list of the safety page, shown beside each sign-up form.</summary>
    public string SafetyRules { get; }

    private static MarkdownDocument Read(string name, string siteName) =>
        Markdown.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.md")).Replace("{site}", siteName), SafeMarkdown.Pipeline);

    private static string LeadOf(MarkdownDocument document) =>
        string.Concat(document.OfType<ParagraphBlock>().First().Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static string Render(IEnumerable<Block> blocks)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new Markdig.Renderers.HtmlRenderer(html);
        SafeMarkdown.Pipeline.Setup(renderer);
        foreach (var block in blocks)
            renderer.Render(block);
        return html.ToString().TrimEnd();
    }
}
