using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages;

public static class PageServices
{
    /// <summary>What pages take from the content folder and what makes their forms.</summary>
    public static IServiceCollection AddPageServices(this IServiceCollection services) =>
        services.AddSingleton<ContentPages>().AddSingleton<FollowForms>();
}
