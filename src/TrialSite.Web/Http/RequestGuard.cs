using System.Text;

namespace TrialSite.Web.Http;

/// <summary>Refuses what no page of ours asks for, and names that are not ours, before any cache or log sees it: ASP.NET's output cache once mixed up pages over %1E.</summary>
internal sealed class RequestGuard(RequestDelegate next, SiteOptions site)
{
    private const int LongestPath = 512;
    private const int LongestQuery = 512;

    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase) { new Uri(site.PublicBaseUrl).Host, "localhost", "127.0.0.1", "[::1]" };

    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (IsOurs(request.Host) && IsPlain(request.Path.Value, LongestPath) && IsPlain(request.QueryString.Value, LongestQuery))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This address cannot be read. Please check it, or start at the home page.\n", context.RequestAborted);
    }

    private bool IsOurs(HostString host) => hosts.Contains(host.Host);

    private static bool IsPlain(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
            return true;
        if (Encoding.UTF8.GetByteCount(text) > longest)
            return false;
        var decoded = Uri.UnescapeDataString(text);
        return !decoded.Any(char.IsControl);
    }
}
