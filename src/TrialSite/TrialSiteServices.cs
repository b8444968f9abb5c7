using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Store;
using TrialSite.Store.Sqlite;
using TrialSite.Trials;

namespace TrialSite;

/// <summary>Everything that the site and the command line share.</summary>
public static class TrialSiteServices
{
    public const string DevelopmentBaseUrl = "http://localhost:5080";

    public static IServiceCollection AddTrialSite(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        AddSettings(services, configuration, isDevelopment);
        AddKeys(services);
        services.AddSingleton(TimeProvider.System);
        services.AddSqliteStore();
        services.AddScoped<TrialPages>();
        services.AddSingleton<SeedImporter>();
        services.AddScoped<SeedExporter>();
        services.AddSingleton<AddressProtection>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<FormStamp>();
        return services;
    }

    private static void AddSettings(IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        services.AddOptions<SiteOptions>()
            .Bind(configuration.GetSection("Site"))
            .PostConfigure(site =>
            {
                site.DataFolder = SiteFolders.Resolve(site.DataFolder);
                site.PublicBaseUrl = site.PublicBaseUrl is "" && isDevelopment ? DevelopmentBaseUrl : site.PublicBaseUrl.TrimEnd('/');
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>>(new SiteOptionsCheck(isDevelopment));
        services.AddOptions<SeedOptions>()
            .Bind(configuration.GetSection("Seeds"))
            .PostConfigure(seeds => seeds.Folder = SiteFolders.Resolve(seeds.Folder))
            .Validate(seeds => seeds.Folder.Length > 0, "Seeds:Folder is blank. Set it to the folder with the seeds, or leave it out.");
        services.AddSingleton(Settings<SiteOptions>);
        services.AddSingleton(Settings<SeedOptions>);
    }

    private static T Settings<T>(IServiceProvider services)
        where T : class
    {
        try
        {
            return services.GetRequiredService<IOptions<T>>().Value;
        }
        catch (InvalidOperationException fault)
        {
            // A value of another kind, for example "maybe" for true or false: told like every other wrong setting.
            throw new OptionsValidationException(typeof(T).Name, typeof(T), [fault.Message]);
        }
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("TrialSite");
        services.AddOptions<KeyManagementOptions>().Configure<SiteOptions, ILoggerFactory>((keys, site, log) =>
        {
            DataFolder.Create(site.KeysFolder);
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(site.KeysFolder), log);
        });
    }

    private sealed class SiteOptionsCheck(bool isDevelopment) : IValidateOptions<SiteOptions>
    {
        public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
            options.Fault(isDevelopment) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
