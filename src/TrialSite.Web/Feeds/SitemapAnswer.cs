using System.Globalization;
using System.Text;
using System.Xml;

namespace TrialSite.Web.Feeds;

/// <summary>Writes addresses to the response as they are read: the memory of one, however many there are.</summary>
internal sealed class SitemapAnswer : IResult
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int AddressesOfPart = 500;

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
        // Written to memory and sent in parts: XmlWriter is slow where it waits at each word.
        using var part = new MemoryStream();
        using var writer = XmlWriter.Create(part, new() { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument();
        writer.WriteStartElement(list, Namespace);
        var written = 0;
        do
        {
            Write(writer, each.Current);
            if (++written % AddressesOfPart == 0)
                await Send();
        }
        while (await each.MoveNextAsync());
        writer.WriteEndDocument();
        await Send();

        async Task Send()
        {
            writer.Flush();
            await httpContext.Response.Body.WriteAsync(part.GetBuffer().AsMemory(0, (int)part.Length), cancellationToken);
            part.SetLength(0);
        }
    }

    private void Write(XmlWriter writer, SitemapAddress address)
    {
        writer.WriteStartElement(item, Namespace);
        writer.WriteElementString("loc", Namespace, site.PublicBaseUrl + address.Path);
        if (address.LastChanged is { } day)
            writer.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }
}
