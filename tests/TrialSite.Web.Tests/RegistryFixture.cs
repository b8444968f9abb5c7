using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Tests;

/// <summary>The site with records of the registry, imported as the command line imports them.</summary>
public sealed class RegistryFixture : SiteFixture
{
    private int readings;

    /// <summary>The full study of the tests, changed, under a number of its own.</summary>
    internal static RegistryRecord Study(string nctId, Func<RegistryRecord, RegistryRecord> change) =>
        change(TestStudy.Record() with { NctId = NctId.TryParse(nctId, out var id) ? id : throw new ArgumentException("no NCT ID", nameof(nctId)), AliasIds = [] });

    internal Task<RegistryImportReport> Keep(params IEnumerable<RegistryRecord> records) => Import(records, new());

    /// <summary>From now on the registry has these records and no others.</summary>
    internal Task<RegistryImportReport> KeepOnly(params IEnumerable<RegistryRecord> records) => Import(records, new(IsComplete: true, MayShrink: true));

    private Task<RegistryImportReport> Import(IEnumerable<RegistryRecord> records, RegistryImportRequest request) => Services.GetRequiredService<RegistryImporter>().Import(
        _ => records.Select(record => new RegistryReading((UInt128)Interlocked.Increment(ref readings), record, null)).ToAsyncEnumerable(),
        request,
        problem => throw new InvalidOperationException(problem.ToString()),
        progress: null,
        CancellationToken.None);
}
