namespace TrialSite.Web.Kept;

internal static class KeptPageServices
{
    public static IServiceCollection AddKeptPages(this IServiceCollection services) => services
        .AddSingleton<SiteBuild>()
        .AddSingleton<KeptPageMemory>()
        .AddSingleton<PageCounts>()
        .AddSingleton<KeptPages>()
        .AddSingleton<PageWriter>()
        .AddHostedService(provider => provider.GetRequiredService<PageWriter>())
        .AddSingleton<PagePacking>()
        .AddHostedService(provider => provider.GetRequiredService<PagePacking>());
}
