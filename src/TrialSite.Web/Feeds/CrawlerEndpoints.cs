using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TrialSite.Web.Feeds;

/// <summary>What programs look for at fixed addresses: which pages they may read, and whom to tell of a security fault.</summary>
internal static class CrawlerEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const int DaysOfSecurityText = 180;

    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCrawlerFiles(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Links.Robots, ReadMethods, Robots).ExcludeFromDescription();
        app.MapMethods(Links.SecurityText, ReadMethods, SecurityText).ExcludeFromDescription();
    }

    /// <summary>Everybody may read everything but what belongs to one person.</summary>
    private static ContentHttpResult Robots(SiteOptions site, HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text($"User-agent: *\nAllow: /\nDisallow: {Links.Follow}\n\nSitemap: {site.PublicBaseUrl}{Links.Sitemap}\n", PlainText);
    }

    /// <summary>RFC 9116; the day on which it ends moves on while the site runs.</summary>
    private static IResult SecurityText(SiteOptions site, TimeProvider time, HttpResponse response)
    {
        if (site.SecurityContact.Length == 0)
            return TypedResults.NotFound();
        var expires = time.GetUtcNow().UtcDateTime.Date.AddDays(DaysOfSecurityText);
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text(
            string.Create(CultureInfo.InvariantCulture, $"Contact: {site.SecurityContact}\nExpires: {expires:yyyy-MM-dd}T00:00:00Z\nPreferred-Languages: en\nCanonical: {site.PublicBaseUrl}{Links.SecurityText}\n"),
            PlainText);
    }
}
