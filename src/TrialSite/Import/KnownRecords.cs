using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrialSite.Registry;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>The records that the store has, recognised by their bytes, and which of their trials an import met: some 60 bytes a trial.</summary>
/// <remarks>Asked by the thread that reads while the one that writes adds to it.</remarks>
internal sealed class KnownRecords
{
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, int> trialByHash = [];
    private readonly HashSet<int> met = [];

    public int MetCount => met.Count;

    public static async Task<KnownRecords> Load(TrialDbContext db, CancellationToken cancellationToken)
    {
        var known = new KnownRecords();
        var current = db.Trials.IgnoreQueryFilters().AsNoTracking().Where(trial => trial.IsInRegistry && trial.UntilGeneration == Trial.NoEnd);
        await foreach (var trial in current.Select(trial => new { trial.SourceHash, trial.NctId }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            known.trialByHash[SourceHash.FromText(trial.SourceHash!)] = Number(trial.NctId);
        return known;
    }

    /// <summary>Whether the store has the very same record; its trial counts as met.</summary>
    public bool IsSame(UInt128 hash)
    {
        lock (gate)
        {
            if (!trialByHash.TryGetValue(hash, out var trial))
                return false;
            met.Add(trial);
            return true;
        }
    }

    public void Add(ReadRecord read, string? hashBefore)
    {
        lock (gate)
        {
            if (hashBefore is not null)
                trialByHash.Remove(SourceHash.FromText(hashBefore));
            trialByHash[read.SourceHash] = Number(read.Record.NctId);
            met.Add(Number(read.Record.NctId));
        }
    }

    /// <summary>Those that the registry had before the import and that were not met.</summary>
    public IReadOnlyList<NctId> Missing() => [.. trialByHash.Values.Where(trial => !met.Contains(trial)).Order().Select(IdOf)];

    private static int Number(NctId nctId) => int.Parse(nctId.Value.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture);

    private static NctId IdOf(int number) =>
        NctId.TryParse(string.Create(CultureInfo.InvariantCulture, $"NCT{number:D8}"), out var nctId) ? nctId : throw new FormatException($"{number} has more than 8 digits");
}
