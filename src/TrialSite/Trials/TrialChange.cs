namespace TrialSite.Trials;

public enum TrialChangeKind
{
    Added,
    Updated,
    Removed,
}

/// <summary>What a reader sees changed from one version of a trial to the next.</summary>
public sealed class TrialChange
{
    private TrialChange()
    {
    }

    public int Id { get; private set; }
    public NctId NctId { get; private set; } = null!;

    /// <summary>0 when the trial is new.</summary>
    public int FromVersion { get; private set; }
    public int ToVersion { get; private set; }
    public TrialChangeKind Kind { get; private set; }

    /// <summary>The highest level of its differences.</summary>
    public ChangeLevel Level { get; private set; }
    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>The change counts from this generation of the catalogue on.</summary>
    public long Generation { get; private set; }

    public bool IsFirstListing => FromVersion == 0;

    public static TrialChange Between(Trial? before, Trial after, TrialChangeKind kind, IReadOnlyList<FieldDifference> differences, DateTimeOffset seenAt) => new()
    {
        NctId = after.NctId,
        FromVersion = before?.Version ?? 0,
        ToVersion = after.Version,
        Kind = kind,
        Level = differences.Max(difference => difference.Level),
        Differences = differences,
        SeenAt = seenAt,
        Generation = after.FromGeneration,
    };
}
