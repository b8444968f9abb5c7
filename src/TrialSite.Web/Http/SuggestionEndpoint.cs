using TrialSite.Search;

namespace TrialSite.Web.Http;

/// <summary>Names that begin with what is being typed, for the search box; a nicety that the page does without.</summary>
internal static class SuggestionEndpoint
{
    private const int LongestTyped = 60;

    public static void MapSuggestions(this IEndpointRouteBuilder app) => app.MapGet(Links.Suggestions, async (string? q, NameLists names, CatalogueIndex index, HttpResponse response, CancellationToken cancellationToken) =>
    {
        response.Headers.CacheControl = "public, max-age=300";
        response.Headers["X-Robots-Tag"] = "noindex";
        return q is { Length: <= LongestTyped } ? names.Suggestions(q, await index.Current(cancellationToken)) : [];
    }).ExcludeFromDescription();
}
