namespace TrialSite.Web.Http;

internal static class SitePages
{
    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new PageRules()));
        return services;
    }
}
