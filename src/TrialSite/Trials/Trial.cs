using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>One version of a trial as this site shows it: a study known by its NCT ID.</summary>
/// <remarks>
/// Readers of generation g see the version with <c>FromGeneration &lt;= g &lt; UntilGeneration</c>:
/// docs/decisions/0001-catalogue-generations.md.
/// </remarks>
public sealed class Trial
{
    public const long NoEnd = long.MaxValue;

    private readonly List<TrialCondition> conditionLinks = [];

    private Trial()
    {
    }

    public int Id { get; private set; }
    public NctId NctId { get; private set; } = null!;
    public int Version { get; private set; }
    public long FromGeneration { get; private set; }
    public long UntilGeneration { get; private set; } = NoEnd;

    /// <summary>False once the seed is gone: the page stays and says so.</summary>
    public bool IsListed { get; private set; }

    /// <summary>When this site first saw the trial; never changes.</summary>
    public DateOnly FirstSeen { get; private set; }

    /// <summary>When this site last saw the visible content change.</summary>
    public DateOnly LastUpdated { get; private set; }

    /// <summary>When the places and their status were last confirmed: a corrected word elsewhere makes no old status new.</summary>
    public DateOnly LocationsSeenOn { get; private set; }

    /// <summary>The plain title; the registry's title is another field.</summary>
    public string Title { get; private set; } = "";

    public EditorialLayer Editorial { get; private set; } = null!;
    public SeedOrigin Seed { get; private set; } = null!;

    /// <summary>The pages on which the trial is listed, the primary condition first.</summary>
    public IReadOnlyCollection<TrialCondition> ConditionLinks => conditionLinks;

    public static Trial FirstVersion(NctId nctId, EditorialLayer editorial, SeedOrigin seed, DateOnly today, long generation) => new()
    {
        NctId = nctId,
        Version = 1,
        FromGeneration = generation,
        IsListed = true,
        FirstSeen = seed.FirstSeen ?? (seed.LastUpdated < today ? seed.LastUpdated.Value : today),
        LastUpdated = seed.LastUpdated ?? seed.FirstSeen ?? today,
        LocationsSeenOn = seed.LastUpdated ?? seed.FirstSeen ?? today,
        Title = editorial.Title,
        Editorial = editorial,
        Seed = seed,
    };

    /// <summary>The version that takes this one's place when the catalogue turns to the generation.</summary>
    public Trial NextVersion(EditorialLayer editorial, SeedOrigin seed, DateOnly lastUpdated, DateOnly locationsSeenOn, long generation)
    {
        var next = Successor(lastUpdated, generation);
        next.IsListed = true;
        next.LocationsSeenOn = locationsSeenOn;
        next.Title = editorial.Title;
        next.Editorial = editorial;
        next.Seed = seed;
        return next;
    }

    /// <summary>The version that says that the trial is no longer listed here.</summary>
    public Trial Unlisted(DateOnly today, long generation) => Successor(today, generation);

    /// <summary>The same text came from another file, or from other bytes: nothing that a reader sees.</summary>
    public void ReadFrom(SeedOrigin seed) => Seed = seed;

    public void ListUnder(IEnumerable<Condition> conditions) =>
        conditionLinks.AddRange(conditions.Select((condition, position) => new TrialCondition(condition, position)));

    public SeedDocument ToSeed() => Editorial.ToSeed(NctId, FirstSeen, LastUpdated);

    private Trial Successor(DateOnly lastUpdated, long generation)
    {
        UntilGeneration = generation;
        return new()
        {
            NctId = NctId,
            Version = Version + 1,
            FromGeneration = generation,
            FirstSeen = FirstSeen,
            LastUpdated = lastUpdated,
            LocationsSeenOn = LocationsSeenOn,
            Title = Title,
            Editorial = Editorial,
            Seed = Seed,
        };
    }
}
