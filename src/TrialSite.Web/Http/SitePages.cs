using Microsoft.AspNetCore.Mvc;
using TrialSite.Web.Pages;

namespace TrialSite.Web.Http;

internal static class SitePages
{
    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        // No token and no cookie on public pages: CrossSiteCheck refuses the posts of other sites.
        services.AddRazorPages(pages =>
        {
            pages.Conventions.ConfigureFilter(new PageRules()).ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            pages.Conventions.AddFolderApplicationModelConvention("/Follow", page => page.Filters.Add(new OwnPageRules()));
        });
        return services.AddPageServices();
    }
}
