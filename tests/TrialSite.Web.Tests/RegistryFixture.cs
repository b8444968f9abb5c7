using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Registry;
using TrialSite.Store;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Tests;

/// <summary>The site with records of the registry in its store.</summary>
public sealed class RegistryFixture : SiteFixture
{
    /// <summary>The full study of the tests; a change makes another one of it.</summary>
    internal static RegistryRecord Study(string nctId, Func<RegistryRecord, RegistryRecord> change) =>
        change(TestStudy.Record() with { NctId = IdOf(nctId), AliasIds = [] });

    internal Task<int> Keep(params IEnumerable<RegistryRecord> records) =>
        Services.GetRequiredService<TrialWriter>().Write(WriteLane.Import, db => Keep(db, [.. records]), CancellationToken.None);

    internal Task<int> Drop(string nctId) => Services.GetRequiredService<TrialWriter>().Write(
        WriteLane.Import,
        async db =>
        {
            var generation = await NextGeneration(db);
            var id = IdOf(nctId);
            db.Add((await db.Trials.AsTracking().SingleAsync(trial => trial.NctId == id)).WithoutRecord(Today, generation));
            return await db.SaveChangesAsync();
        },
        CancellationToken.None);

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private static NctId IdOf(string nctId) => NctId.TryParse(nctId, out var id) ? id : throw new ArgumentException("no NCT ID", nameof(nctId));

    private async Task<int> Keep(TrialDbContext db, IReadOnlyList<RegistryRecord> records)
    {
        var known = await db.Trials.AsTracking().ToDictionaryAsync(trial => trial.NctId);
        var generation = await NextGeneration(db);
        foreach (var record in records)
        {
            var origin = new RegistryOrigin("", ContentHash.Of(record));
            db.Add(known.TryGetValue(record.NctId, out var trial) ? trial.WithRecord(record, origin, Today, generation) : Trial.FirstVersion(record, origin, Today, generation));
        }
        return await db.SaveChangesAsync();
    }

    private static async Task<long> NextGeneration(TrialDbContext db)
    {
        var catalogue = await db.Catalogue.AsTracking().SingleAsync();
        catalogue.TurnTo(catalogue.Generation + 1);
        return catalogue.Generation;
    }
}
