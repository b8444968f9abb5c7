using TrialSite.Search;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>What a chunk of records means for its trials, with all that can be made before it is the writer's turn.</summary>
internal sealed class DecidedChunk
{
    private readonly IReadOnlyDictionary<NctId, string?> hashesBefore;
    private readonly IReadOnlyCollection<Trial> changed;
    private readonly HashSet<NctId> nctIds;
    private readonly Action<TrialDbContext> insert;
    private readonly Func<TrialDbContext, CancellationToken, Task> index;

    /// <param name="current">The trials that are there already; no context tracks them.</param>
    /// <param name="generation">The one that the chunk makes visible, if a reader sees any of it.</param>
    /// <param name="decide">Given those trials and the generation.</param>
    /// <param name="db">Any: nothing is asked of it but how rows are mapped.</param>
    /// <param name="search">Makes what searches read.</param>
    public DecidedChunk(IReadOnlyDictionary<NctId, Trial> current, long generation, Func<IReadOnlyDictionary<NctId, Trial>, long, IEnumerable<RegistryDecision>> decide, TrialDbContext db, SearchIndexer search)
    {
        (Generation, changed) = (generation, [.. current.Values]);
        hashesBefore = current.ToDictionary(pair => pair.Key, pair => pair.Value.SourceHash);
        Decisions = [.. decide(current, generation)];
        nctIds = [.. Decisions.Select(decision => decision.Shown.NctId)];
        var (insertTrials, insertChanges) = (db.Insert(New()), db.Insert(Decisions.Select(decision => decision.Change).OfType<TrialChange>()));
        insert = insertTrials + insertChanges;
        index = search.Put([.. Decisions.Select(decision => decision.Shown)]);
    }

    public long Generation { get; }
    public IReadOnlyList<RegistryDecision> Decisions { get; }

    /// <summary>What differs in nothing that a reader sees takes no generation.</summary>
    public bool IsVisible => Decisions.Any(decision => decision.Outcome != RegistryOutcome.Confirmed);

    public long NextGeneration => IsVisible ? Generation + 1 : Generation;

    public bool IsAbout(NctId nctId) => nctIds.Contains(nctId);

    public string? HashBefore(NctId nctId) => hashesBefore.GetValueOrDefault(nctId);

    public int Count(RegistryOutcome outcome) => Decisions.Count(decision => decision.Outcome == outcome);

    /// <summary>The versions, what is told of them and what searches read, within the caller's transaction.</summary>
    public async Task Write(TrialDbContext db, CancellationToken cancellationToken)
    {
        db.UpdateRange(changed);
        await TrialAliases.Keep(db, [.. Decisions.Select(decision => decision.Shown)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        insert(db);
        await index(db, cancellationToken);
    }

    private IEnumerable<Trial> New() => Decisions.Where(decision => decision.Shown.Id == 0).Select(decision => decision.Shown);
}
