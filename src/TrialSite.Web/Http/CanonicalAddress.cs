using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrialSite.Web.Http;

/// <summary>The query keys that a page knows; every other key leads to the address without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class QueryKeysAttribute(params string[] keys) : Attribute
{
    public IReadOnlyList<string> Keys { get; } = keys;
}

/// <summary>One page, one address: no final slash, known query keys only, each once and not blank.</summary>
internal sealed class CanonicalAddress(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null || !IsRead(request.Method))
            return next(context);
        var knownKeys = endpoint.Metadata.GetMetadata<QueryKeysAttribute>()?.Keys ?? [];
        if (!EndsInSlash(request.Path) && request.Query.All(pair => knownKeys.Contains(pair.Key) && pair.Value is [{ Length: > 0 }]))
            return next(context);
        var path = EndsInSlash(request.Path) ? new PathString(request.Path.Value!.TrimEnd('/')) : request.Path;
        var query = QueryString.Create(knownKeys
            .Select(key => KeyValuePair.Create(key, request.Query[key].FirstOrDefault()))
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
        context.Response.Redirect(path.ToUriComponent() + query.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool EndsInSlash(PathString path) => path.Value is { Length: > 1 } text && text.EndsWith('/');
}
