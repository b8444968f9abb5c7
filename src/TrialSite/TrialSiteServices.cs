using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Maps;
using TrialSite.Registry.Live;
using TrialSite.Search;
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
        services.AddScoped<TrialPages>().AddScoped<TrialAddresses>().AddScoped<ConditionLists>();
        services.AddSingleton<TrialLists>();
        services.AddScoped<ConditionPages>();
        services.AddScoped<ConditionLetters>();
        services.AddSingleton<SearchIndexer>();
        services.AddSingleton<EntryFile>().AddSingleton<CatalogueIndex>();
        services.AddSingleton<PlaceLookup>();
        services.AddSingleton<NameLists>();
        services.AddScoped<TrialSearch>().AddScoped<RelatedTrials>();
        services.AddSingleton<SeedImporter>();
        services.AddSingleton<RegistryImporter>();
        services.AddSingleton<LiveRegistry>();
        services.AddScoped<SeedExporter>();
        services.AddScoped<CatalogueImports>();
        services.AddSingleton<Gazetteer>();
        services.AddSingleton<PlaceMaps>();
        AddAlerts(services, isDevelopment);
        return services;
    }

    /// <summary>Makes the model of the store, which takes half a second and needs no setting, beside the rest of the start.</summary>
    public static void BeginModel() => Task.Run(SqliteStore.MakeReady);

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
        services.AddSingleton<IValidateOptions<SiteOptions>>(new Check<SiteOptions>(site => site.Fault(isDevelopment)));
        services.AddOptions<SeedOptions>()
            .Bind(configuration.GetSection("Seeds"))
            .PostConfigure(seeds => seeds.Folder = SiteFolders.Resolve(seeds.Folder))
            .Validate(seeds => seeds.Folder.Length > 0, "Seeds:Folder is blank. Set it to the folder with the seeds, or leave it out.");
        services.AddOptions<MailOptions>()
            .Bind(configuration.GetSection("Mail"))
            .PostConfigure<SiteOptions>((mail, site) =>
            {
                mail.PickupFolder = mail.PickupFolder is "" ? site.MailFolder : SiteFolders.Resolve(mail.PickupFolder);
                mail.From = mail.From is "" ? new MailboxAddress(site.Name, $"updates@{site.PublicHost}").ToString() : mail.From;
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>>(new Check<MailOptions>(mail => mail.Fault()));
        services.AddOptions<AlertOptions>().Bind(configuration.GetSection("Alerts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertOptions>>(new Check<AlertOptions>(alerts => alerts.Fault()));
        services.AddOptions<RegistryOptions>().Bind(configuration.GetSection("Registry")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RegistryOptions>>(new Check<RegistryOptions>(registry => registry.Fault()));
        services.AddOptions<PageOptions>().Bind(configuration.GetSection("Pages")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PageOptions>>(new Check<PageOptions>(pages => pages.Fault()));
        services.AddSingleton(Settings<PageOptions>);
        services.AddSingleton(Settings<SiteOptions>);
        services.AddSingleton(Settings<SeedOptions>);
        services.AddSingleton(Settings<RegistryOptions>);
        services.AddSingleton(Settings<MailOptions>);
        services.AddSingleton(Settings<AlertOptions>);
    }

    private static void AddAlerts(IServiceCollection services, bool isDevelopment)
    {
        services.AddSingleton<AddressProtection>();
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<SignUpLimits>();
        services.AddSingleton<ConfirmationMails>();
        services.AddSingleton<ManageMails>();
        services.AddSingleton<SignUpIntake>();
        services.AddScoped<TopicNames>();
        services.AddScoped<Confirmations>();
        services.AddSingleton<ManageLinks>();
        services.AddScoped<ManagedSubscriptions>();
        services.AddScoped<StopLinks>();
        services.AddSingleton<People>();
        services.AddSingleton<DigestClock>();
        services.AddSingleton<StormGuard>();
        services.AddSingleton<AlertMatcher>();
        services.AddSingleton<AlertGathering>();
        services.AddSingleton<EmailComposer>();
        services.AddSingleton(Random.Shared);
        services.AddSingleton<OutboxOutcomes>();
        services.AddSingleton<Outbox>();
        services.AddSingleton(provider => new MailTransports(provider.GetRequiredService<MailOptions>(), provider.GetRequiredService<TimeProvider>(), isRestricted: isDevelopment));
        services.AddSingleton<TestMail>();
        services.AddSingleton<MailDispatcher>();
        services.AddSingleton<MailPreview>();
        services.AddSingleton<Retention>();
        services.AddSingleton<AlertRun>();
        services.AddSingleton<AlertMetrics>();
        services.AddSingleton<AlertSignal>();
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

    private sealed class Check<T>(Func<T, string?> faultOf) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) => faultOf(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
