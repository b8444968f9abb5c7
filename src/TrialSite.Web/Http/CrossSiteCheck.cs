namespace TrialSite.Web.Http;

/// <summary>
/// Refuses posts that another site makes a visitor's browser send. Requests with neither header come from no browser, for example
/// from a mail provider's one-click unsubscribe. A stop link is taken from anywhere: who knows it may use it, and it must never fail.
/// </summary>
internal sealed class CrossSiteCheck(RequestDelegate next, SiteOptions site)
{
    private readonly string ownOrigin = new Uri(site.PublicBaseUrl).GetLeftPart(UriPartial.Authority);

    public Task Invoke(HttpContext context)
    {
        if (IsSafe(context.Request.Method) || context.Request.Path.StartsWithSegments(Links.Stops) || IsFromHere(context.Request) || OwnAnswer.IsUnderWay(context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
            return site is ["same-origin"] or ["none"];
        if (request.Headers.Origin is not { Count: > 0 } origin)
            return true;
        return origin == ownOrigin || origin == $"{request.Scheme}://{request.Host}";
    }
}
