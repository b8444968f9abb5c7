using TrialSite.Web.Http;

namespace TrialSite.Web.Kept;

/// <summary>Answers with a kept page before anything else is done; nothing of the request counts but the path and the encoding.</summary>
internal sealed class KeptPageServing(RequestDelegate next, KeptPages pages)
{
    public Task Invoke(HttpContext context)
    {
        if (!MayBeKept(context) || pages.Find(context.Request.Path.Value!) is not { } page)
            return OnAnotherThread(context);
        return KeptPageAnswer.Send(context, page, pages);
    }

    /// <summary>This one belongs to the server, which sees no other request meanwhile: <see cref="SiteServer"/>.</summary>
    private async Task OnAnotherThread(HttpContext context)
    {
        await Task.Yield();
        await next(context);
    }

    internal static bool MayBeKept(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Request is { QueryString.HasValue: false, PathBase.HasValue: false, Path.HasValue: true }
        && !OwnAnswer.IsUnderWay(context);
}
