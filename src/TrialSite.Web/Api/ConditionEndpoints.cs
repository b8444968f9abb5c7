using Microsoft.AspNetCore.Mvc;
using TrialSite.Trials;

namespace TrialSite.Web.Api;

/// <summary><c>/api/v1/conditions</c>: every condition with a listed trial, and each by its slug.</summary>
internal static class ConditionEndpoints
{
    private const int MostInPart = 100;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapConditions(this IEndpointRouteBuilder api)
    {
        api.MapMethods(Links.ApiConditions, ReadMethods, Conditions).WithName("Conditions").WithSummary("All conditions, by slug")
            .Produces<ApiConditionList>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods(Links.ApiCondition("{slug}"), ReadMethods, ConditionBySlug).WithName("ConditionBySlug").WithSummary("One condition")
            .Produces<ApiConditionDetail>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Conditions([FromQuery] string? cursor, ConditionLists lists, SiteOptions site, HttpResponse response, CancellationToken cancellationToken)
    {
        var after = ApiCursor.ReadSlug(cursor);
        if (cursor is not null && after is null)
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Not a cursor", detail: "Take the value of \"next\" from the answer before.");
        var part = await lists.BySlug(after, MostInPart, cancellationToken);
        var hits = part.Select(hit => new ApiConditionHit(hit.Condition.Slug, hit.Condition.Name, hit.Condition.MeshId, hit.TrialCount, site.PublicBaseUrl + Links.Condition(hit.Condition.Slug)));
        return JsonAnswer.Of(new ApiConditionList([.. hits], part.Count == MostInPart ? ApiCursor.Of(part[^1].Condition.Slug) : null), ApiJson.Default.ApiConditionList, response);
    }

    private static async Task<IResult> ConditionBySlug(string slug, ConditionLists lists, TrialPages pages, SiteOptions site, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await pages.ConditionBySlug(slug, cancellationToken) is not { } condition)
            return JsonAnswer.NotFound("Condition not found", "This site has no trial for a condition of this name.");
        var (broader, narrower) = await lists.Kin(condition, cancellationToken);
        return JsonAnswer.Of(
            new ApiConditionDetail(
                condition.Slug,
                condition.Name,
                condition.MeshId,
                await lists.OtherNames(condition, cancellationToken),
                broader,
                narrower,
                await lists.CountTrials(condition, cancellationToken),
                site.PublicBaseUrl + Links.Condition(condition.Slug)),
            ApiJson.Default.ApiConditionDetail,
            response);
    }
}
