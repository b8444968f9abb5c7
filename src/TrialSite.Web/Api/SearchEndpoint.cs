using Microsoft.OpenApi;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Web.Api;

/// <summary><c>/api/v1/trials</c>: the site's search, with the same query keys; without any, all trials from the newest on.</summary>
internal static class SearchEndpoint
{
    private const string Cursor = "cursor";

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapMethods(Links.ApiTrials, ReadMethods, Search)
        .WithName("Trials")
        .WithSummary("Search trials")
        .WithDescription("The query keys of the site's search page. Without any, all trials, those that this site saw last first.")
        .Produces<ApiTrialList>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .AddOpenApiOperationTransformer((operation, _, _) => Describe(operation));

    private static async Task<IResult> Search(TrialSearch search, TrialLists lists, SiteOptions site, HttpContext context, CancellationToken cancellationToken)
    {
        var asked = TrialQuery.Parse(key => context.Request.Query[key]) with { Page = 1 };
        var cursor = context.Request.Query[Cursor].FirstOrDefault();
        var list = asked.IsNarrowed ? await Found(asked, cursor) : await All();
        if (list is null)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Not a cursor", detail: "Take the value of \"next\" from the answer before, with the same query.");
        var answer = JsonAnswer.Of(list, ApiJson.Default.ApiTrialList, context.Response);
        // Where a person is stays in no cache.
        if (asked.Near is not null)
            context.Response.Headers.CacheControl = "no-store";
        return answer;

        async Task<ApiTrialList?> Found(TrialQuery query, string? after)
        {
            if (after is not null && ApiCursor.ReadPage(after) is null)
                return null;
            var page = ApiCursor.ReadPage(after) ?? 1;
            var found = await search.Find(query with { Page = page }, cancellationToken);
            var next = page < found.PageCount ? ApiCursor.OfPage(page + 1) : null;
            return new([.. found.Hits.Select(hit => Of(hit.Trial, hit.Title, site))], found.Counts.Total, found.IsMore, next);
        }

        async Task<ApiTrialList?> All()
        {
            var behind = ApiCursor.ReadList(cursor);
            if (cursor is not null && behind is null)
                return null;
            var (hits, next) = await lists.NewestBehind(behind, ListPage.Size, cancellationToken);
            return new([.. hits.Select(hit => Of(hit.Trial, hit.Title, site))], await lists.CountTrials(cancellationToken), IsMore: false, next is { } behindIt ? ApiCursor.Of(behindIt) : null);
        }
    }

    private static ApiTrialHit Of(IndexedTrial trial, string title, SiteOptions site) => new(
        trial.NctId.Value,
        title,
        trial.Status.Status?.RegistryWord,
        trial.IsOpen,
        trial.FirstSeen,
        trial.LastUpdated,
        site.PublicBaseUrl + Links.Trial(trial.NctId));

    private static Task Describe(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        foreach (var key in TrialQuery.Keys.Where(key => key != "page").Append(Cursor))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = key,
                In = ParameterLocation.Query,
                Description = key == Cursor ? "The value of \"next\" in the answer before." : "As on the site's search page.",
                Schema = TrialQuery.KeysOfSeveral.Contains(key)
                    ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }
                    : new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
        return Task.CompletedTask;
    }
}
