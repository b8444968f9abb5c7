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
        var (bytes, tag) = pages.BodyOf(page, form);
        response.Headers.CacheControl = PageRules.Fresh;
        response.Headers.Vary = "Accept-Encoding";
        if (Known(request.Headers.IfNoneMatch, page, form, tag) is { } known)
        {
            response.Headers.ETag = known;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.ETag = tag;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        if (Encodings[(int)form] is { } encoding)
            response.Headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>The tag that the visitor may go on with. Compared weakly: a proxy on the way may have weakened ours.</summary>
    private static string? Known(StringValues ifNoneMatch, KeptPage page, PageForm form, string tag)
    {
        if (ifNoneMatch.Count == 0)
            return null;
        if (ifNoneMatch.Count == 1 && ifNoneMatch[0] == tag)
            return tag;
        if (!EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags))
            return null;
        if (tags.Contains(EntityTagHeaderValue.Any))
            return tag;
        var start = page.TagStart(form);
        // It goes into a header.
        return tags.FirstOrDefault(other => other.Tag.StartsWith(start, StringComparison.Ordinal) && !other.Tag.AsSpan().ContainsAnyExceptInRange('!', '~'))?.Tag.ToString();
    }
}
