using TrialSite.Registry;
using TrialSite.Seeds;

namespace TrialSite.Trials;

/// <summary>One version of a trial as this site shows it: a study known by its NCT ID.</summary>
/// <remarks>
/// Readers of generation g see the version with <c>FromGeneration &lt;= g &lt; UntilGeneration</c>:
/// docs/decisions/0001-catalogue-generations.md. It has two layers, and each version takes over the one that it does not change.
/// </remarks>
public sealed class Trial
{
    public const long NoEnd = long.MaxValue;

    private Trial()
    {
    }

    public int Id { get; private set; }
    public NctId NctId { get; private set; } = null!;
    public int Version { get; private set; }
    public long FromGeneration { get; private set; }
    public long UntilGeneration { get; private set; } = NoEnd;

    /// <summary>False once seed and record are gone: the page stays and says so.</summary>
    public bool IsListed { get; private set; }

    /// <summary>False also while <see cref="Editorial"/> still shows what a seed said that is gone.</summary>
    public bool HasSeed { get; private set; }

    /// <summary>False also while <see cref="Registry"/> still shows what a record said that is gone.</summary>
    public bool IsInRegistry { get; private set; }

    /// <summary>When this site first saw the trial; never changes.</summary>
    public DateOnly FirstSeen { get; private set; }

    /// <summary>When this site last saw the visible content change.</summary>
    public DateOnly LastUpdated { get; private set; }

    /// <summary>When the places and their status were last confirmed: a corrected word elsewhere makes no old status new.</summary>
    public DateOnly LocationsSeenOn { get; private set; }

    /// <summary>The editor's plain title, or else the registry's.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Null when no editor wrote about the trial.</summary>
    public SeedOrigin? Seed { get; private set; }

    /// <summary>See <see cref="RegistryOrigin"/>; null when the registry's record is not in our copy.</summary>
    public string? SourceHash { get; private set; }

    /// <inheritdoc cref="SourceHash"/>
    public string? ContentHash { get; private set; }

    /// <summary>The content hash of the record that the editor's words were written beside; blank when they are older than any we had.</summary>
    public string? EditorialBasis { get; private set; }

    public EditorialLayer? Editorial { get; private set; }
    public RegistryRecord? Registry { get; private set; }

    /// <summary>What readers see now; null when the trial is not listed.</summary>
    public TrialLayers? Layers => IsListed ? new(HasSeed ? Editorial : null, IsInRegistry ? Registry : null) : null;

    /// <summary>What readers see, or last saw.</summary>
    public TrialLayers LastLayers => Layers ?? new(Editorial, Registry);

    /// <summary>The record changed since the editor wrote about it.</summary>
    public bool IsSummaryOlderThanRecord => HasSeed && IsInRegistry && EditorialBasis is not null && EditorialBasis != ContentHash;

    public static Trial FirstVersion(NctId nctId, EditorialLayer editorial, SeedOrigin seed, DateOnly today, long generation)
    {
        var trial = new Trial
        {
            NctId = nctId,
            Version = 1,
            FromGeneration = generation,
            FirstSeen = seed.FirstSeen ?? (seed.LastUpdated < today ? seed.LastUpdated.Value : today),
            LastUpdated = seed.LastUpdated ?? seed.FirstSeen ?? today,
            LocationsSeenOn = seed.LastUpdated ?? seed.FirstSeen ?? today,
        };
        trial.Take(editorial, seed);
        return trial;
    }

    public static Trial FirstVersion(RegistryRecord record, RegistryOrigin origin, DateOnly today, long generation)
    {
        var trial = new Trial
        {
            NctId = record.NctId,
            Version = 1,
            FromGeneration = generation,
            FirstSeen = today,
            LastUpdated = today,
        };
        trial.Take(record, origin, today, today);
        return trial;
    }

    /// <summary>The version that takes this one's place when the catalogue turns to the generation.</summary>
    public Trial WithSeed(EditorialLayer editorial, SeedOrigin seed, DateOnly lastUpdated, DateOnly locationsSeenOn, long generation)
    {
        var next = Successor(lastUpdated, generation);
        next.Take(editorial, seed);
        next.LocationsSeenOn = IsInRegistry ? LocationsSeenOn : locationsSeenOn;
        return next;
    }

    /// <summary>The version without its seed: the record alone speaks for the trial, or it is no longer listed here.</summary>
    public Trial WithoutSeed(DateOnly today, long generation)
    {
        var next = Successor(today, generation);
        next.HasSeed = false;
        next.IsListed = next.IsInRegistry;
        if (next.IsListed)
        {
            (next.Editorial, next.Seed, next.EditorialBasis) = (null, null, null);
            next.Title = next.Registry!.TitleOrId();
        }
        return next;
    }

    /// <inheritdoc cref="WithSeed"/>
    public Trial WithRecord(RegistryRecord record, RegistryOrigin origin, DateOnly today, long generation)
    {
        var next = Successor(today, generation);
        next.Take(record, origin, LastUpdated, today);
        return next;
    }

    /// <summary>The version that the registry no longer vouches for.</summary>
    public Trial WithoutRecord(DateOnly today, long generation)
    {
        var next = Successor(today, generation);
        next.IsInRegistry = false;
        next.IsListed = next.HasSeed;
        return next;
    }

    /// <summary>The same text came from another file, or from other bytes: nothing that a reader sees.</summary>
    public void ReadFrom(SeedOrigin seed) => Seed = seed;

    /// <summary>Somebody confirmed or filed the record anew, and a reader sees the same trial: no version of its own.</summary>
    public void ReadFrom(RegistryRecord record, RegistryOrigin origin, DateOnly today) => Take(record, origin, LastUpdated, today);

    public SeedDocument ToSeed() => Editorial?.ToSeed(NctId, FirstSeen, LastUpdated)
        ?? new SeedDocument { NctId = NctId.Value, Title = Title, FirstSeen = FirstSeen, LastUpdated = LastUpdated };

    private void Take(EditorialLayer editorial, SeedOrigin seed)
    {
        (Editorial, Seed, Title) = (editorial, seed, editorial.Title);
        (HasSeed, IsListed) = (true, true);
        EditorialBasis = IsInRegistry ? ContentHash : null;
    }

    private void Take(RegistryRecord record, RegistryOrigin origin, DateOnly wordsOf, DateOnly today)
    {
        (Registry, SourceHash, ContentHash) = (record, origin.SourceHash, origin.ContentHash);
        (IsInRegistry, IsListed) = (true, true);
        LocationsSeenOn = record.StatusVerified?.First ?? record.LastUpdatePosted ?? today;
        if (!HasSeed)
            (Editorial, Seed, EditorialBasis, Title) = (null, null, null, record.TitleOrId());
        else
            EditorialBasis ??= record.LastUpdatePosted <= wordsOf ? origin.ContentHash : "";
    }

    private Trial Successor(DateOnly lastUpdated, long generation)
    {
        UntilGeneration = generation;
        return new()
        {
            NctId = NctId,
            Version = Version + 1,
            FromGeneration = generation,
            IsListed = IsListed,
            HasSeed = HasSeed,
            IsInRegistry = IsInRegistry,
            FirstSeen = FirstSeen,
            LastUpdated = lastUpdated,
            LocationsSeenOn = LocationsSeenOn,
            Title = Title,
            Seed = Seed,
            SourceHash = SourceHash,
            ContentHash = ContentHash,
            EditorialBasis = EditorialBasis,
            Editorial = Editorial,
            Registry = Registry,
        };
    }
}
