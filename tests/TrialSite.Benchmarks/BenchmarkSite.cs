using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TrialSite.Benchmarks;

/// <summary>The site's services on a data folder of their own.</summary>
internal static class BenchmarkSite
{
    public static ServiceProvider Open(string folder, params IEnumerable<(string Name, string Value)> settings) => new ServiceCollection()
        .AddLogging()
        .AddTrialSite(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Append(("Site:DataFolder", Path.Combine(folder, "data"))).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2))).Build(),
            isDevelopment: !settings.Any())
        .BuildServiceProvider();
}
