using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TrialSite.Benchmarks;

/// <summary>The site's services on a data folder of their own.</summary>
internal static class BenchmarkSite
{
    public static ServiceProvider Open(string folder) => new ServiceCollection()
        .AddLogging()
        .AddTrialSite(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Site:DataFolder", Path.Combine(folder, "data"))]).Build(),
            isDevelopment: true)
        .BuildServiceProvider();
}
