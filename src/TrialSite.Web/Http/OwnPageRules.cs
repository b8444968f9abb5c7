using Microsoft.AspNetCore.Mvc.Filters;

namespace TrialSite.Web.Http;

/// <summary>Holds for the pages of one person's sign-up: nobody keeps a copy, no search engine lists them.</summary>
internal sealed class OwnPageRules : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
