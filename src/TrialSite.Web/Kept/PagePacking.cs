using System.Threading.Channels;

namespace TrialSite.Web.Kept;

/// <summary>
/// Makes pages that are asked for again as small as can be, one after the other behind the answers: their first visitors got them packed in a hurry. Those that a crawler
/// asks for once are not worth it.
/// </summary>
internal sealed class PagePacking(KeptPageMemory memory, PageWriter writer) : BackgroundService
{
    private const int MostWaiting = 512;

    /// <summary>The smallest Brotli takes some 25 ms: at most a tenth of a core, whatever is crawled.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly Channel<KeptPage> waiting =
        Channel.CreateBounded<KeptPage>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public void Offer(KeptPage page)
    {
        // Written only once: other cores read it. When the line is full, it is offered when it is next asked for.
        if (!page.WasOfferedForPacking && waiting.Writer.TryWrite(page))
            page.WasOfferedForPacking = true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var page in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            // Another may have taken its place, or it had to go.
            if (memory.Find(page.Address) != page)
                continue;
            var plain = page.Plain();
            var smallest = PageBytes.SmallestBrotli(plain);
            // One from the file may have been packed so before.
            if (smallest.Length < (page.Find(PageForm.Brotli)?.Bytes ?? PageBytes.Brotli(plain)).Length)
            {
                page.Add(PageForm.Brotli, smallest);
                if (memory.Find(page.Address) == page)
                {
                    memory.Put(page);
                    writer.Offer(page);
                }
            }
            await Task.Delay(Between, stoppingToken);
        }
    }
}
