using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrialSite.Web.Http;

/// <summary>Holds for every page: one without a handler for the method answers 405, and one that was read may be kept for a minute.</summary>
internal sealed class PageRules : IPageFilter, IAlwaysRunResultFilter
{
    public const string Fresh = "public, max-age=60, stale-while-revalidate=600";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null || context.ActionDescriptor.HandlerMethods.Count == 0)
            return;
        context.HttpContext.Response.Headers.Allow = string.Join(", ", context.ActionDescriptor.HandlerMethods.Select(MethodsOf));
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var response = context.HttpContext.Response;
        var isRead = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (isRead && context.Result is PageResult { StatusCode: null or 200 } && response.StatusCode == StatusCodes.Status200OK && response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = Fresh;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private static string MethodsOf(Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.HandlerMethodDescriptor handler) =>
        handler.HttpMethod == "Get" ? "GET, HEAD" : handler.HttpMethod.ToUpperInvariant();
}
