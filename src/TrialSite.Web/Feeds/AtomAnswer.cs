using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace TrialSite.Web.Feeds;

/// <summary>A feed as Atom 1.0; who has it already is told so.</summary>
internal static class AtomAnswer
{
    private const string MediaType = "application/atom+xml";

    /// <summary>Part of every id: no other site and no other time had the name.</summary>
    private const string IdYear = "2026";

    public static FileContentHttpResult Of(Feed feed, SiteOptions site, HttpResponse response)
    {
        var bytes = Bytes(feed, site);
        response.Headers.CacheControl = "public, max-age=300, stale-while-revalidate=600";
        return TypedResults.Bytes(
            bytes,
            $"{MediaType}; charset=utf-8",
            lastModified: feed.Updated,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }

    private static byte[] Bytes(Feed feed, SiteOptions site)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new Atom10FeedFormatter(Syndicated(feed, site)).WriteTo(writer);
        return stream.ToArray();
    }

    private static SyndicationFeed Syndicated(Feed feed, SiteOptions site)
    {
        var page = new Uri(site.PublicBaseUrl + feed.Page);
        var syndicated = new SyndicationFeed(Plain($"{feed.Title} - {site.Name}"), null, page, IdOf(feed.Path, site), feed.Updated)
        {
            Language = "en",
            Items = [.. feed.Entries.Select(entry => Syndicated(entry, site))],
        };
        syndicated.Links.Add(SyndicationLink.CreateSelfLink(new(site.PublicBaseUrl + feed.Path), MediaType));
        syndicated.Authors.Add(new(null, site.Name, site.PublicBaseUrl));
        return syndicated;
    }

    private static SyndicationItem Syndicated(FeedEntry entry, SiteOptions site) => new(
        Plain(entry.Title),
        SyndicationContent.CreatePlaintextContent(Plain(entry.Text)),
        new Uri(site.PublicBaseUrl + entry.Page),
        IdOf(entry.Name, site),
        entry.Updated)
    {
        PublishDate = entry.Published,
    };

    private static string IdOf(string name, SiteOptions site) => $"tag:{site.PublicHost},{IdYear}:{name}";

    /// <summary>Some characters that a text may hold are none of XML's.</summary>
    private static string Plain(string text)
    {
        if (IsXml(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => IsXml(rune.ToString())))
            plain.Append(rune.ToString());
        return plain.ToString();
    }

    private static bool IsXml(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                continue;
            if (at + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                return false;
            at++;
        }
        return true;
    }
}
