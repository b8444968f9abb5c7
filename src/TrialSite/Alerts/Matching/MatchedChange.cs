using Microsoft.EntityFrameworkCore;
using TrialSite.Import;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>A change and the topics whose followers are told of it, the trial's own first.</summary>
internal sealed record MatchedChange(int ChangeId, IReadOnlyList<Topic> Topics)
{
    public static async Task<IReadOnlyList<MatchedChange>> OfImport(TrialDbContext db, CatalogueImport import, CancellationToken cancellationToken)
    {
        var pairs =
            from change in db.TrialChanges.IgnoreQueryFilters().Where(change => change.Generation >= import.Generation && change.Generation <= import.LastGeneration)
            join trial in db.Trials on new { change.NctId, Version = change.ToVersion } equals new { trial.NctId, trial.Version }
            orderby change.Id
            select new { Change = change, Trial = trial };
        var matched = new List<MatchedChange>();
        await foreach (var pair in pairs.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            matched.Add(new(pair.Change.Id, ChangeTopics.Of(pair.Change, pair.Trial)));
        return matched;
    }
}
