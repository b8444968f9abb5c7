using Microsoft.OpenApi;
using TrialSite.Trials;

namespace TrialSite.Web.Api;

/// <summary><c>/api/v1</c>: the trials for machines, faults as RFC 9457.</summary>
internal static class TrialEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSiteApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddProblemDetails();
        services.AddOpenApi(api => api.AddDocumentTransformer((document, context, _) => Describe(document, context.ApplicationServices.GetRequiredService<SiteOptions>())));
        return services;
    }

    public static void MapSiteApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapSearch();
        app.MapMethods(Links.ApiTrials + "/{nctId}", ReadMethods, TrialByNctId).WithName("TrialByNctId").WithSummary("One trial")
            .Produces<ApiTrial>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapConditions();
    }

    private static Task Describe(OpenApiDocument document, SiteOptions site)
    {
        document.Info = new() { Title = site.Name, Version = "v1", Description = "Clinical trials in plain words. Contact details are never given." };
        document.Servers = [new() { Url = site.PublicBaseUrl }];
        return Task.CompletedTask;
    }

    private static async Task<IResult> TrialByNctId(string nctId, TrialPages pages, SiteOptions site, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant)
                ? TypedResults.Redirect(Links.ApiTrial(meant), permanent: true)
                : JsonAnswer.NotFound("Not an NCT ID", "Expected NCT and 8 digits, for example NCT06904755.");
        if (await pages.TrialByNctId(id, cancellationToken) is { } trial)
            return JsonAnswer.Of(ApiTrial.From(trial, site.PublicBaseUrl), ApiJson.Default.ApiTrial, response);
        return await pages.NctIdByAlias(id, cancellationToken) is { } current
            ? TypedResults.Redirect(Links.ApiTrial(current), permanent: true)
            : JsonAnswer.NotFound("Trial not found", $"This site has no trial {id}.");
    }
}
