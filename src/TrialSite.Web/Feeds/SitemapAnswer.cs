using System.Globalization;
using System.Text;
using System.Xml;

namespace TrialSite.Web.Feeds;

/// <summary>Writes addresses to the response as they are read: the memory of one, however many there are.</summary>
internal sealed class SitemapAnswer : IResult
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int AddressesToFlush = 500;

    private readonly IAsyncEnumerable<SitemapAddress> addresses;
    private readonly SiteOptions site;
    private readonly string list;
    private readonly string item;

    private SitemapAnswer(IAsyncEnumerable<SitemapAddress> addresses, SiteOptions site, string list, string item) =>
        (this.addresses, this.site, this.list, this.item) = (addresses, site, list, item);

    public static IResult OfIndex(IAsyncEnumerable<SitemapAddress> files, SiteOptions site) => new SitemapAnswer(files, site, "sitemapindex", "sitemap");

    public static IResult OfPages(IAsyncEnumerable<SitemapAddress> pages, SiteOptions site) => new SitemapAnswer(pages, site, "urlset", "url");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellationToken = httpContext.RequestAborted;
        await using var each = addresses.GetAsyncEnumerator(cancellationToken);
        if (!await each.MoveNextAsync())
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        httpContext.Response.ContentType = "application/xml; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "public, max-age=3600";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        await using var writer = XmlWriter.Create(httpContext.Response.Body, new() { Async = true, Encoding = new UTF8Encoding(false) });
        await writer.WriteStartDocumentAsync();
        await writer.WriteStartElementAsync(null, list, Namespace);
        var written = 0;
        do
        {
            await Write(writer, each.Current);
            if (++written % AddressesToFlush == 0)
                await writer.FlushAsync();
        }
        while (await each.MoveNextAsync());
        await writer.WriteEndDocumentAsync();
        await writer.FlushAsync();
    }

    private async Task Write(XmlWriter writer, SitemapAddress address)
    {
        await writer.WriteStartElementAsync(null, item, Namespace);
        await writer.WriteElementStringAsync(null, "loc", Namespace, site.PublicBaseUrl + address.Path);
        if (address.LastChanged is { } day)
            await writer.WriteElementStringAsync(null, "lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await writer.WriteEndElementAsync();
    }
}
