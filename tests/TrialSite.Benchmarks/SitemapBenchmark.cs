using System.Diagnostics;
using System.Xml.Linq;

namespace TrialSite.Benchmarks;

/// <summary>Reads the whole sitemap of a running site, and how much memory that took beyond what the site uses anyway.</summary>
internal static class SitemapBenchmark
{
    private const int Megabyte = 1 << 20;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="folder">With a store in its folder "data", as the benchmark "import" leaves it.</param>
    public static async Task Run(string folder)
    {
        await using var site = await RunningSite.Start(folder);
        // The first requests compile the code and read the index.
        await site.Visitor.GetStringAsync("/trials");
        await Read(site, files => files.Take(2));
        // What a start still does behind its first pages is not the sitemap's.
        await Task.Delay(TimeSpan.FromSeconds(20));
        var before = site.Memory;
        var (files, addresses, most, took) = await Read(site, files => files);
        Console.WriteLine($"{files} files with {addresses:#,0} addresses in {took.TotalSeconds:0.0} s; memory at most {(most - before) / Megabyte} MB above the {before / Megabyte} MB before");
    }

    private static async Task<(int Files, int Addresses, long Memory, TimeSpan Took)> Read(RunningSite site, Func<IEnumerable<string>, IEnumerable<string>> chosen)
    {
        var clock = Stopwatch.StartNew();
        var index = XDocument.Parse(await site.Visitor.GetStringAsync("/sitemap.xml"));
        var (count, addresses, memory) = (0, 0, site.Memory);
        foreach (var file in chosen(index.Descendants(Sitemap + "loc").Select(place => new Uri(place.Value).AbsolutePath)))
        {
            await using var stream = await site.Visitor.GetStreamAsync(file);
            using var reader = new StreamReader(stream);
            addresses += await CountAddresses(reader, () => memory = Math.Max(memory, site.Memory));
            count++;
        }
        return (count, addresses, memory, clock.Elapsed);
    }

    private static async Task<int> CountAddresses(StreamReader reader, Action look)
    {
        var buffer = new char[Megabyte];
        var (count, wasOpen) = (0, false);
        for (int read; (read = await reader.ReadAsync(buffer)) > 0; look())
        {
            foreach (var letter in buffer.AsSpan(0, read))
            {
                // "<url>" for each, and "<urlset>" once.
                count += wasOpen && letter == 'u' ? 1 : 0;
                wasOpen = letter == '<';
            }
        }
        return Math.Max(0, count - 1);
    }
}
