using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Import;

internal enum RegistryOutcome
{
    New,
    Changed,
    Confirmed,
    Gone,
}

/// <summary>What one record means for its trial: the version that readers see from now on, and what they see changed.</summary>
/// <param name="Outcome">How it is counted.</param>
/// <param name="Shown">A new version, or the current one with what changed nothing that a reader sees.</param>
/// <param name="Change">Null when there is nothing to tell.</param>
internal sealed record RegistryDecision(RegistryOutcome Outcome, Trial Shown, TrialChange? Change)
{
    public static RegistryDecision About(Trial? current, ReadRecord read, long generation, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (record, origin) = (read.Record, read.Origin);
        if (current is null)
            return WithChange(RegistryOutcome.New, null, Trial.FirstVersion(record, origin, today, generation), TrialChangeKind.Added, [Listing.First], now);
        var differences = current.IsInRegistry && current.ContentHash == origin.ContentHash
            ? []
            : TrialComparison.Between(current, new TrialLayers(current.HasSeed ? current.Editorial : null, record));
        if (differences.Count > 0)
            return WithChange(RegistryOutcome.Changed, current, current.WithRecord(record, origin, today, generation), current.IsListed ? TrialChangeKind.Updated : TrialChangeKind.Added, differences, now);
        current.ReadFrom(record, origin, today);
        return new(RegistryOutcome.Confirmed, current, null);
    }

    public static RegistryDecision Gone(Trial current, long generation, DateTimeOffset now)
    {
        var next = current.WithoutRecord(DateOnly.FromDateTime(now.UtcDateTime), generation);
        return WithChange(RegistryOutcome.Gone, current, next, next.IsListed ? TrialChangeKind.Updated : TrialChangeKind.Removed, TrialComparison.Between(current, next), now);
    }

    private static RegistryDecision WithChange(RegistryOutcome outcome, Trial? before, Trial after, TrialChangeKind kind, IReadOnlyList<FieldDifference> differences, DateTimeOffset now) =>
        new(outcome, after, differences.Count == 0 ? null : TrialChange.Between(before, after, kind, differences, now));
}

/// <summary>A record and by what it is recognised when it comes again.</summary>
internal sealed record ReadRecord(RegistryRecord Record, UInt128 SourceHash)
{
    /// <summary>Made where the record is read, ahead of the thread that writes.</summary>
    public RegistryOrigin Origin { get; } = new(Registry.SourceHash.ToText(SourceHash), ContentHash.Of(Record));
}
