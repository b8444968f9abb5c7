using TrialSite.Web.Pages;

namespace TrialSite.Web.Feeds;

/// <summary><c>/sitemap.xml</c> and its files: every address that a search engine should know, each with the day on which it last changed.</summary>
internal static class SitemapEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A file of 50,000 addresses takes a second; a slow reader may take longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddSitemaps(this IServiceCollection services) => services.AddScoped<SitemapReader>();

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("");
        files.ExcludeFromDescription().WithRequestTimeout(Longest);
        files.MapMethods(Links.Sitemap, ReadMethods, (SitemapReader sitemaps, SiteOptions site) => SitemapAnswer.OfIndex(sitemaps.Files(), site));
        files.MapMethods(Links.SitemapFile("pages"), ReadMethods, (ContentPages pages, SiteOptions site) => SitemapAnswer.OfPages(SitemapReader.Pages(pages), site));
        files.MapMethods(Links.SitemapFile("conditions-{number:int:min(0)}"), ReadMethods, (int number, SitemapReader sitemaps, SiteOptions site) => SitemapAnswer.OfPages(sitemaps.Conditions(number), site));
        files.MapMethods(Links.SitemapFile("trials-{number:int:min(0)}"), ReadMethods, (int number, SitemapReader sitemaps, SiteOptions site) => SitemapAnswer.OfPages(sitemaps.Trials(number), site));
    }
}
