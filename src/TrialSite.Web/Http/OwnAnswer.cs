using Microsoft.AspNetCore.Diagnostics;

namespace TrialSite.Web.Http;

/// <summary>The page that says what went wrong comes through the pipeline a second time; what refused the request must let it pass.</summary>
internal static class OwnAnswer
{
    public static bool IsUnderWay(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
