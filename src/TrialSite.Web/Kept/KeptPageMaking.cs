using Microsoft.AspNetCore.Http.Features;
using TrialSite.Web.Http;

namespace TrialSite.Web.Kept;

/// <summary>Renders a page that is not kept, in full before any of it is sent, and keeps it.</summary>
internal sealed class KeptPageMaking(RequestDelegate next, KeptPages pages)
{
    private const int UsualSize = 32 * 1024;

    public Task Invoke(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<KeptAttribute>() is not null && KeptPageServing.MayBeKept(context)
            ? Make(context)
            : next(context);

    private async Task Make(HttpContext context)
    {
        var (before, today) = (pages.Now(), pages.Today);
        var plain = await Rendered(context);
        if (IsWhole(context.Response))
        {
            var form = AcceptedForm.Of(context.Request.Headers.AcceptEncoding);
            var page = pages.Keep(context.Request.Path.Value!, plain, form, before, today, context.Features.Get<ShownOnPage>());
            await KeptPageAnswer.Send(context, page, pages);
        }
        else if (plain.Length > 0)
        {
            await context.Response.Body.WriteAsync(plain, context.RequestAborted);
        }
    }

    private async Task<byte[]> Rendered(HttpContext context)
    {
        var outer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var plain = new MemoryStream(UsualSize);
        var inner = new StreamResponseBodyFeature(plain, outer);
        context.Features.Set<IHttpResponseBodyFeature>(inner);
        try
        {
            await next(context);
            await inner.CompleteAsync();
        }
        finally
        {
            inner.Dispose();
            context.Features.Set(outer);
        }
        return plain.ToArray();
    }

    /// <summary>A page for everybody, as <see cref="PageRules"/> lets it be kept; never a fault, a redirect or an answer to one person.</summary>
    private static bool IsWhole(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.Headers.CacheControl == PageRules.Fresh
        && response.ContentType == KeptPageAnswer.ContentType
        && response.Headers is { SetCookie.Count: 0, ContentEncoding.Count: 0, Location.Count: 0 };
}
