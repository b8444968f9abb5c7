using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;

namespace TrialSite.Web.Http;

/// <summary>One page, one address: spelled as its route, no final slash, known query keys only, none blank, each once unless the page takes several, no first page's number.</summary>
internal sealed class CanonicalAddress(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (!IsRead(request.Method) || IsFault(context) || context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            return next(context);
        var path = PathAsRouted(request.Path, endpoint.RoutePattern);
        var query = KnownQuery(request.Query, endpoint.Metadata.GetMetadata<QueryKeysAttribute>() ?? new());
        if (path == request.Path.Value && IsSame(query, request.Query))
            return next(context);
        context.Response.Redirect(new PathString(path).ToUriComponent() + QueryString.Create(query).ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>The page for a fault is shown at the address of the page that failed.</summary>
    private static bool IsFault(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string PathAsRouted(PathString path, RoutePattern route)
    {
        var segments = path.Value!.TrimEnd('/').Split('/');
        for (var i = 1; i < segments.Length && i <= route.PathSegments.Count; i++)
        {
            if (route.PathSegments[i - 1].Parts is [RoutePatternLiteralPart literal])
                segments[i] = literal.Content;
        }
        return segments.Length == 1 ? "/" : string.Join('/', segments);
    }

    private static List<KeyValuePair<string, string?>> KnownQuery(IQueryCollection query, QueryKeysAttribute known) =>
    [
        .. from key in known.Keys
           from value in known.Several.Contains(key) ? query[key].Distinct() : query[key].Take(1)
           let meant = key == "page" ? PageNumber(value) : value
           where !string.IsNullOrEmpty(meant)
           select KeyValuePair.Create<string, string?>(key, meant),
    ];

    /// <summary>Null for the first page, whose address is the list's.</summary>
    private static string? PageNumber(string? text) =>
        !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? text
        : number == 1 ? null
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>In whatever order the keys stand.</summary>
    private static bool IsSame(List<KeyValuePair<string, string?>> canonical, IQueryCollection query) =>
        canonical.Count == query.Sum(pair => pair.Value.Count)
        && canonical.GroupBy(pair => pair.Key, pair => pair.Value).All(values => query.Keys.Contains(values.Key) && query[values.Key].SequenceEqual(values));
}
