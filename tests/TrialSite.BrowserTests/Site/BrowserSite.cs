using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Web;
using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

/// <summary>The site on a port of its own, with trials of every kind, and the system's Chromium beside it.</summary>
public sealed class BrowserSite : PeopleFixture, IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Much more than anything takes; a machine may have other work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the site is, without a final slash.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        // Without a browser every test skips, and nothing need run.
        if (HeadlessBrowser.Program is null && !HeadlessBrowser.IsRequired)
            return;
        foreach (var seed in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"), "*.txt"))
            File.Copy(seed, Path.Combine(SeedsFolder, Path.GetFileName(seed)), overwrite: true);
        foreach (var (nctId, text) in MadeTrials.Seeds)
            await File.WriteAllTextAsync(Path.Combine(SeedsFolder, $"{nctId}.txt"), text);
        UseKestrel(0);
        StartServer();
        await Keep(MadeTrials.Records);
        Time.Advance(TimeSpan.FromDays(1));
        File.Delete(Path.Combine(SeedsFolder, $"{MadeTrials.Gone}.txt"));
        await Reseed(($"{MadeTrials.Changed}.txt", MadeTrials.ChangedText), ($"{MadeTrials.WordsAndRecord}.txt", MadeTrials.WordsBesideRecord));
        await Keep([MadeTrials.ChangedBesideWords]);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = HeadlessBrowser.Program ?? throw new InvalidOperationException("TRIALSITE_REQUIRE_CHROMIUM is set, but there is no Chromium."),
            Args = Arguments,
            Timeout = (float)Patience.TotalMilliseconds,
        });
    }

    /// <summary>A page of a browser that was never here before.</summary>
    public async Task<IPage> NewPage(Action<BrowserNewContextOptions>? set = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = Address, ViewportSize = new() { Width = 1280, Height = 800 } };
        set?.Invoke(options);
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async Task<string> ConfirmLink() => Links.Confirm(await SignUp(NewAddress()));

    public async Task<string> NotMeLink() => Links.NotMe(await SignUp(NewAddress()));

    public async Task<string> StopLink() => Links.Stop(StopToken((await Confirmed(NewAddress()))[0]));

    public async Task<string> ManageLink()
    {
        var address = NewAddress();
        await Confirmed(address);
        return Links.ManageBy(await AskToManage(address));
    }

    /// <summary>Sends what is due; gives the newest mail to the address.</summary>
    public async Task<MimeMessage> MailTo(string address)
    {
        await Services.GetRequiredService<AlertRun>().Once(CancellationToken.None);
        var mails = new DirectoryInfo(Path.Combine(DataFolder, "mail")).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc);
        return mails.Select(file => MimeMessage.Load(file.FullName)).Last(mail => mail.To.Mailboxes.Any(to => to.Address == address));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Limits:SearchPerMinute", "100000");
        // As published: files under names of their own are kept for a year.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new BrokenPage())));
    }

    private Task<RegistryImportReport> Keep(IEnumerable<RegistryRecord> records) => Services.GetRequiredService<RegistryImporter>().Import(
        _ => records.Select((record, position) => new RegistryReading((UInt128)(position + 1), record, null)).ToAsyncEnumerable(),
        new(),
        problem => throw new InvalidOperationException(problem.ToString()),
        progress: null,
        CancellationToken.None);
}

/// <summary>One site and one browser for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<BrowserSite>
{
    public const string Name = "One browser";
}
