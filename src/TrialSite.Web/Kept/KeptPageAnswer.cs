using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TrialSite.Web.Http;

namespace TrialSite.Web.Kept;

/// <summary>Sends a kept page, or says that the visitor has it already.</summary>
internal static class KeptPageAnswer
{
    public const string ContentType = "text/html; charset=utf-8";

    private static readonly string?[] Encodings = [null, "gzip", "br"];

    public static Task Send(HttpContext context, KeptPage page, KeptPages pages)
    {
        var (request, response) = (context.Request, context.Response);
        var form = AcceptedForm.Of(request.Headers.AcceptEncoding);
        var tag = page.TagOf(form);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = PageRules.Fresh;
        response.Headers.Vary = "Accept-Encoding";
        if (IsKnown(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var bytes = pages.BytesOf(page, form);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        if (Encodings[(int)form] is { } encoding)
            response.Headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Tags are compared weakly: a proxy on the way may have weakened ours.</summary>
    private static bool IsKnown(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch.Count == 1 && ifNoneMatch[0] == tag)
            return true;
        if (!EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known))
            return false;
        var own = new EntityTagHeaderValue(tag);
        return known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(own, useStrongComparison: false));
    }
}
