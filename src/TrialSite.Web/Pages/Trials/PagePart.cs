namespace TrialSite.Web.Pages.Trials;

/// <summary>A part of a long trial page, for the list of what is on it.</summary>
public sealed record PagePart(string Id, string Words)
{
    /// <summary>The parts as the page has them from top to bottom; a short page needs no list.</summary>
    public static IReadOnlyList<PagePart> Of(DetailModel page)
    {
        var (editorial, record) = page.Trial.LastLayers;
        if (record is null)
            return [];
        var parts = new List<PagePart>();
        if (editorial?.Summary is not null || record.BriefSummary is not null)
            parts.Add(new("summary", "Summary"));
        if (editorial?.PlainLanguageRead is not null)
            parts.Add(new("read", "What this could mean"));
        parts.AddRange([new("who", "Who can take part"), new("glance", "At a glance"), new("ask", "Questions to ask your doctor")]);
        parts.AddRange([new("updates", "Get updates"), new("conditions", "Conditions"), new("contacts", "Contacts and locations")]);
        if (page.Related.Count > 0)
            parts.Add(new("related", "Related trials"));
        return parts;
    }
}
