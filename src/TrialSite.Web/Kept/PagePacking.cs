using System.Threading.Channels;

namespace TrialSite.Web.Kept;

/// <summary>Makes kept pages as small as can be, one after the other behind the answers: their first visitors got them packed in a hurry.</summary>
internal sealed class PagePacking(KeptPageMemory memory, PageWriter writer) : BackgroundService
{
    private const int MostWaiting = 512;

    /// <summary>The smallest Brotli takes some 25 ms: at most a tenth of a core, whatever is crawled.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly Channel<KeptPage> waiting =
        Channel.CreateBounded<KeptPage>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Offer(KeptPage page) => waiting.Writer.TryWrite(page);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var page in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            // Another may have taken its place, or it had to go.
            if (memory.Find(page.Address) != page)
                continue;
            page.Add(PageForm.Brotli, PageBytes.SmallestBrotli(page.Plain()));
            if (memory.Find(page.Address) == page)
            {
                memory.Put(page);
                writer.Offer(page);
            }
            await Task.Delay(Between, stoppingToken);
        }
    }
}
