using System.Threading.Channels;
using TrialSite.Store;

namespace TrialSite.Web.Kept;

/// <summary>Writes pages to the file behind the answers; what comes faster than it can write is not written.</summary>
internal sealed class PageWriter(IPageFile file, KeptPageMemory memory, SiteBuild build, PageOptions options) : BackgroundService
{
    private const int MostWaiting = 256;
    private const int MostAtOnce = 64;

    private readonly Channel<KeptPage> waiting =
        Channel.CreateBounded<KeptPage>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Only pages of trials have a place in the file.</summary>
    public void Offer(KeptPage page)
    {
        if (options.KeepOnDisk && page.Shown is not null)
            waiting.Writer.TryWrite(page);
    }

    /// <summary>What waits is written before the site ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await Task.WhenAny(writing, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None) && !stoppingToken.IsCancellationRequested)
        {
            var pages = new List<KeptPage>();
            while (pages.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
                pages.Add(next);
            if (file.Keep(pages.ConvertAll(page => Stored(page, page.Shown!))))
                pages.ForEach(memory.LeaveToFile);
        }
    }

    private StoredPage Stored(KeptPage page, ShownOnPage shown) => new()
    {
        NctId = shown.NctId,
        Build = build.Number,
        Version = shown.Version,
        MadeOn = page.MadeOn,
        ValidUntil = shown.ValidUntil,
        Moment = page.Moment,
        Trials = shown.Trials,
        Shown = page.ShownHash,
        ContentHash = page.ContentHash,
        Brotli = page.Find(PageForm.Brotli)?.Bytes ?? PageBytes.Brotli(page.Plain()),
    };
}
