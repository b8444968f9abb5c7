using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Search;

namespace TrialSite.Benchmarks.Micro;

/// <summary>One search with all filter counts in a store that an import left, of each kind of question in turn; <see cref="SearchBenchmark"/> has the slow ones among them.</summary>
public class OneSearchBenchmark
{
    private ServiceProvider services = null!;
    private IReadOnlyList<string> texts = [];
    private int asked;

    public static IEnumerable<string> Kinds => Questions.Kinds;

    [ParamsSource(nameof(Kinds))]
    public string Words { get; set; } = "";

    [GlobalSetup]
    public async Task Open()
    {
        services = BenchmarkSite.Open(MicroBenchmarks.Store!);
        var questions = await Questions.About(services);
        texts = questions.Searches.Single(search => search.Name == Words).Texts;
    }

    [Benchmark]
    public async Task<SearchResult> Find()
    {
        // Each visitor has a context of their own.
        await using var visit = services.CreateAsyncScope();
        return await visit.ServiceProvider.GetRequiredService<TrialSearch>().Find(new() { Text = texts[asked++ % texts.Count] }, default);
    }

    [GlobalCleanup]
    public async Task Close() => await services.DisposeAsync();
}
