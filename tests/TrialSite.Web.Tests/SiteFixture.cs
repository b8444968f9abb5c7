using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TrialSite.Import;

namespace TrialSite.Web.Tests;

/// <summary>The real site on a store and a seeds folder of its own, with the user's seed in it; time stands still until a test moves it.</summary>
public class SiteFixture : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-web-").FullName;
    private EndMark? end;

    public SiteFixture()
    {
        Directory.CreateDirectory(SeedsFolder);
        File.Copy(Repository.UserSeed, Path.Combine(SeedsFolder, "NCT06904755.txt"));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));

    public string SeedsFolder => Path.Combine(folder, "seeds");

    public string DataFolder => Path.Combine(folder, "data");

    /// <summary>Asks as a browser does that follows no redirect.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });

    public async Task<IDocument> Page(string address)
    {
        using var visitor = Visitor();
        return await Read(await visitor.GetAsync(address));
    }

    public static async Task<IDocument> Read(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address("http://localhost/"));
    }

    public async Task<ImportReport> Reseed(params (string FileName, string Text)[] seeds)
    {
        foreach (var (fileName, text) in seeds)
            await File.WriteAllTextAsync(Path.Combine(SeedsFolder, fileName), text);
        return await Services.GetRequiredService<SeedImporter>().Reseed(new(SeedsFolder, MayShrink: true), progress: null, CancellationToken.None);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Site:DataFolder", DataFolder);
        builder.UseSetting("Site:PublicBaseUrl", "http://localhost:5080");
        builder.UseSetting("Seeds:Folder", SeedsFolder);
        builder.UseSetting("Limits:PagesAtOnce", "100000");
        builder.UseSetting("Limits:JsonPerMinute", "100000");
        builder.UseSetting("Limits:FollowPerMinute", "100000");
        builder.UseSetting("Limits:FollowPerHour", "100000");
        builder.UseSetting("Limits:ConfirmPerMinute", "100000");
        // The first to start is the last to stop.
        builder.ConfigureTestServices(services => services.AddSingleton(_ => end = new()).Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<EndMark>())));
        // A busy machine is no fault of the page.
        builder.ConfigureTestServices(services => services.PostConfigure<RequestTimeoutOptions>(timeouts => timeouts.DefaultPolicy = null));
        SetTime(builder, Time);
    }

    /// <summary>Whatever asks for the time is made after the mark of the end, so it is disposed of before it.</summary>
    protected static void SetTime(IWebHostBuilder builder, TimeProvider time) => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(provider =>
    {
        provider.GetRequiredService<EndMark>();
        return time;
    })));

    /// <summary>The program's own thread stops the site and disposes of it, too, beside the factory. Whichever is second may still close or write files, which the next site would meet.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (end is not null)
            await end.IsReached.WaitAsync(TimeSpan.FromSeconds(30));
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class EndMark : IHostedService, IDisposable
    {
        private readonly TaskCompletionSource stoppedTwice = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int stops;

        /// <summary>Once the factory has ended; a site that never started is not stopped.</summary>
        public Task IsReached => Task.WhenAll(Volatile.Read(ref stops) > 0 ? stoppedTwice.Task : Task.CompletedTask, disposed.Task);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref stops) == 2)
                stoppedTwice.SetResult();
            return Task.CompletedTask;
        }

        public void Dispose() => disposed.TrySetResult();
    }
}
