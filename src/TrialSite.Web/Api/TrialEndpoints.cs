using Microsoft.AspNetCore.Http.HttpResults;
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
        app.MapMethods("/api/v1/trials/{nctId}", ReadMethods, TrialByNctId).WithName("TrialByNctId").WithSummary("One trial");
    }

    private static Task Describe(OpenApiDocument document, SiteOptions site)
    {
        document.Info = new() { Title = site.Name, Version = "v1", Description = "Clinical trials in plain words. Contact details are never given." };
        document.Servers = [new() { Url = site.PublicBaseUrl }];
        return Task.CompletedTask;
    }

    private static async Task<Results<Ok<ApiTrial>, RedirectHttpResult, ProblemHttpResult>> TrialByNctId(string nctId, TrialPages pages, SiteOptions site, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant)
                ? TypedResults.Redirect($"/api/v1/trials/{meant}", permanent: true)
                : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not an NCT ID", detail: "Expected NCT and 8 digits, for example NCT06904755.");
        if (await pages.TrialByNctId(id, cancellationToken) is not { } trial)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Trial not found", detail: $"This site has no trial {id}.");
        response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=600";
        return TypedResults.Ok(ApiTrial.From(trial.ToSeed(), site.PublicBaseUrl));
    }
}
