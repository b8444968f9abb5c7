using TrialSite.Registry;
using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Search;

/// <summary>Puts records into a site as an import does: each chunk a transaction and a generation of its own, indexed within it.</summary>
internal static class IndexedRecords
{
    public static async Task Import(this TestSite site, IEnumerable<RegistryRecord> records)
    {
        foreach (var chunk in records.Chunk(300))
            await site.Get<TrialWriter>().Write(WriteLane.Import, db => Import(db, site, chunk), default);
    }

    private static async Task<int> Import(TrialDbContext db, TestSite site, RegistryRecord[] records)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var catalogue = db.Catalogue.Single();
        var generation = catalogue.Generation + 1;
        var trials = records.Select(record => Next(db, record, site.Today, generation)).ToList();
        db.AddRange(trials.Where(trial => trial.FromGeneration == generation && trial.Id == 0));
        catalogue.TurnTo(generation);
        await db.SaveChangesAsync();
        await site.Get<SearchIndexer>().Put(trials)(db, default);
        await transaction.CommitAsync();
        return trials.Count;
    }

    private static Trial Next(TrialDbContext db, RegistryRecord record, DateOnly today, long generation)
    {
        var origin = new RegistryOrigin($"{generation}", ContentHash.Of(record));
        var current = db.Trials.SingleOrDefault(trial => trial.NctId == record.NctId);
        return current?.WithRecord(record, origin, today, generation) ?? Trial.FirstVersion(record, origin, today, generation);
    }
}
