using Microsoft.Net.Http.Headers;

namespace TrialSite.Web.Http;

/// <summary>Style sheet, scripts and picture, under names that change with what is in them.</summary>
internal static class SiteFiles
{
    public static void MapSiteFiles(this WebApplication app) => app.MapStaticAssets().ShortCircuit().Add(endpoint =>
    {
        var send = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.OnStarting(static state => DropWhatNobodyAsks((HttpResponse)state), context.Response);
            return send(context);
        };
    });

    /// <summary>A file that is kept for a year under its own name is never asked for anew or in parts: its date, its tag and that it has parts would only make each page heavier.</summary>
    private static Task DropWhatNobodyAsks(HttpResponse response)
    {
        if (response.Headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
        {
            response.Headers.Remove(HeaderNames.LastModified);
            response.Headers.Remove(HeaderNames.ETag);
            response.Headers.Remove(HeaderNames.AcceptRanges);
        }
        return Task.CompletedTask;
    }
}
