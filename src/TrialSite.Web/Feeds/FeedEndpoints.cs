using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Http;

namespace TrialSite.Web.Feeds;

/// <summary><c>/feeds</c>: what is new and what changed, as Atom.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSiteFeeds(this IServiceCollection services) => services.AddScoped<FeedReader>();

    public static void MapSiteFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").ExcludeFromDescription();
        feeds.MapMethods(Links.SiteFeed, ReadMethods, OfSite);
        feeds.MapMethods(Links.SearchFeed, ReadMethods, OfSearch);
        feeds.MapMethods(Links.ConditionFeed("{slug}"), ReadMethods, OfCondition);
        feeds.MapMethods("/feeds/trials/{nctId}.atom", ReadMethods, OfTrial);
    }

    private static async Task<IResult> OfSite(FeedReader feeds, SiteOptions site, HttpResponse response, CancellationToken cancellationToken) =>
        AtomAnswer.Of(await feeds.OfSite(cancellationToken), site, response);

    private static async Task<IResult> OfSearch(FeedReader feeds, SiteOptions site, HttpContext context, CancellationToken cancellationToken)
    {
        var asked = TrialQuery.Parse(key => context.Request.Query[key]) with { Page = 1 };
        if (!asked.IsSpelledBy(context.Request.Query))
            return TypedResults.Redirect(Links.FeedOf(asked), permanent: true);
        var answer = AtomAnswer.Of(await feeds.OfSearch(asked, cancellationToken), site, context.Response);
        // Where a person is stays in no cache.
        if (asked.Near is not null)
            context.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    private static async Task<IResult> OfCondition(string slug, FeedReader feeds, TrialPages pages, SiteOptions site, HttpResponse response, CancellationToken cancellationToken) =>
        await pages.ConditionBySlug(slug, cancellationToken) is { } condition
            ? AtomAnswer.Of(await feeds.OfCondition(condition, cancellationToken), site, response)
            : TypedResults.NotFound();

    private static async Task<IResult> OfTrial(string nctId, FeedReader feeds, TrialPages pages, SiteOptions site, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant) ? TypedResults.Redirect(Links.TrialFeed(meant), permanent: true) : TypedResults.NotFound();
        if (await pages.TrialByNctId(id, cancellationToken) is { } trial)
            return AtomAnswer.Of(await feeds.OfTrial(trial, cancellationToken), site, response);
        return await pages.NctIdByAlias(id, cancellationToken) is { } current ? TypedResults.Redirect(Links.TrialFeed(current), permanent: true) : TypedResults.NotFound();
    }
}
