using System.Threading.Channels;
using TrialSite.Store;

namespace TrialSite.Web.Kept;

/// <summary>Writes pages to the file behind the answers, made smaller when there is time; what comes faster than it can write is not written.</summary>
internal sealed class PageWriter(IPageFile file, SiteBuild build, PageOptions options, TimeProvider time) : BackgroundService
{
    private const int MostWaiting = 256;
    private const int MostAtOnce = 64;

    /// <summary>The smallest Brotli takes some 25 ms: at most a tenth of a core, whatever is crawled.</summary>
    private static readonly TimeSpan BetweenSmallest = TimeSpan.FromMilliseconds(250);

    private long? lastSmallest;

    private readonly Channel<(KeptPage Page, byte[] Plain)> waiting =
        Channel.CreateBounded<(KeptPage, byte[])>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Offer(KeptPage page, byte[] plain)
    {
        if (options.KeepOnDisk)
            waiting.Writer.TryWrite((page, plain));
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
            var pages = new List<StoredPage>();
            while (pages.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
                pages.Add(Stored(next.Page, next.Plain));
            file.Keep(pages);
        }
    }

    private StoredPage Stored(KeptPage page, byte[] plain) => new()
    {
        NctId = page.Shown!.NctId,
        Build = build.Number,
        Version = page.Shown.Version,
        MadeOn = page.MadeOn,
        ValidUntil = page.Shown.ValidUntil,
        Moment = page.Moment,
        Trials = page.Shown.Trials,
        Shown = page.ShownHash,
        ContentHash = page.ContentHash,
        Brotli = Smallest(page, plain) ?? page.Find(PageForm.Brotli)?.Bytes ?? PageBytes.Brotli(plain),
    };

    /// <summary>Null when other pages had their turn a moment ago.</summary>
    private byte[]? Smallest(KeptPage page, byte[] plain)
    {
        if (lastSmallest is { } last && time.GetElapsedTime(last) < BetweenSmallest)
            return null;
        var bytes = PageBytes.SmallestBrotli(plain);
        lastSmallest = time.GetTimestamp();
        return page.Add(PageForm.Brotli, bytes).Bytes;
    }
}
