namespace TrialSite.Trials;

/// <summary>A long text: the Markdown as its editor wrote it, and the safe HTML it was rendered to when it was stored.</summary>
public sealed record Prose(string Markdown, string Html)
{
    public static Prose? From(string? markdown) => markdown is null ? null : new(markdown, SafeMarkdown.ToHtml(markdown));

    public string ToWords() => SafeMarkdown.ToWords(Markdown);
}
