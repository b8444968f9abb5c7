using Microsoft.EntityFrameworkCore;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Keeps the numbers that trials once had: few records have any.</summary>
internal static class TrialAliases
{
    public static async Task Keep(TrialDbContext db, IReadOnlyList<Trial> trials, CancellationToken cancellationToken)
    {
        var given = trials.Where(trial => trial.IsInRegistry)
            .SelectMany(trial => trial.Registry!.AliasIds.Where(alias => alias != trial.NctId).Select(alias => (Alias: alias, trial.NctId)))
            .DistinctBy(pair => pair.Alias).ToDictionary(pair => pair.Alias, pair => pair.NctId);
        if (given.Count == 0)
            return;
        var kept = await db.TrialAliases.Where(row => given.Keys.Contains(row.Alias)).ToListAsync(cancellationToken);
        foreach (var row in kept)
            row.LeadTo(given[row.Alias]);
        db.AddRange(given.Where(pair => !kept.Exists(row => row.Alias == pair.Key)).Select(pair => new TrialAlias(pair.Key, pair.Value)));
    }
}
