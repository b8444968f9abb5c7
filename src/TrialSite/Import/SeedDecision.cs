using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>What one seed means for its trial: the next version if there is to be one, and what a reader sees changed.</summary>
internal sealed record SeedDecision(SeedOutcome Outcome, Trial? NextVersion, TrialChange? Change, IReadOnlyList<SeedProblem> Problems)
{
    public static SeedDecision About(Trial? current, PlannedSeed seed, long generation, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var editorial = EditorialLayer.From(seed.Document);
        var problems = ProblemsOf(seed, current, today);
        // What this program reads otherwise than an earlier one is shown from now on, but is no news about the trial.
        var differences = current is not null && seed.IsReadAnew(current) ? [] : TrialComparison.Between(current, new TrialLayers(editorial, current?.IsInRegistry == true ? current.Registry : null));
        if (current is null)
            return WithChange(SeedOutcome.New, null, Trial.FirstVersion(seed.NctId, editorial, seed.Origin, today, generation), TrialChangeKind.Added, differences, now, problems);

        var locationsSeenOn = LocationsSeenOn(current, seed, differences, today);
        if (differences.Count > 0)
            return WithChange(SeedOutcome.Changed, current, current.WithSeed(editorial, seed.Origin, today, locationsSeenOn, generation), current.IsListed ? TrialChangeKind.Updated : TrialChangeKind.Added, differences, now, problems);

        // Spacing, case, order and a date that the editor set anew are shown as they are now, but are no change to tell anyone of.
        var lastUpdated = DateGivenAnew(current, seed) ?? current.LastUpdated;
        if (lastUpdated != current.LastUpdated || !current.HasSeed || !StoredJson.IsSame(current.Editorial!, editorial))
            return new(SeedOutcome.Changed, current.WithSeed(editorial, seed.Origin, lastUpdated, locationsSeenOn, generation), null, problems);
        current.ReadFrom(seed.Origin);
        return new(SeedOutcome.Unchanged, null, null, problems);
    }

    public static SeedDecision Gone(Trial current, long generation, DateTimeOffset now)
    {
        var next = current.WithoutSeed(DateOnly.FromDateTime(now.UtcDateTime), generation);
        var kind = next.IsListed ? TrialChangeKind.Updated : TrialChangeKind.Removed;
        return WithChange(SeedOutcome.Gone, current, next, kind, TrialComparison.Between(current, next), now, []);
    }

    private static SeedDecision WithChange(
        SeedOutcome outcome,
        Trial? before,
        Trial after,
        TrialChangeKind kind,
        IReadOnlyList<FieldDifference> differences,
        DateTimeOffset now,
        IReadOnlyList<SeedProblem> problems) => new(outcome, after, differences.Count == 0 ? null : TrialChange.Between(before, after, kind, differences, now), problems);

    /// <summary>Whoever changes a place, or sets a new date in the file, has looked; a corrected word elsewhere says nothing about the places.</summary>
    private static DateOnly LocationsSeenOn(Trial current, PlannedSeed seed, IReadOnlyList<FieldDifference> differences, DateOnly today) =>
        differences.Any(difference => difference.IsOfLocation) ? today : DateGivenAnew(current, seed) ?? current.LocationsSeenOn;

    private static DateOnly? DateGivenAnew(Trial current, PlannedSeed seed) =>
        seed.Document.LastUpdated != current.Seed?.LastUpdated ? seed.Document.LastUpdated : null;

    private static List<SeedProblem> ProblemsOf(PlannedSeed seed, Trial? current, DateOnly today)
    {
        var problems = new List<SeedProblem>(seed.Problems);
        if (!seed.File.FileName.Equals($"{seed.NctId}.txt", StringComparison.Ordinal))
            problems.Add(ImportProblems.NamedDifferently(seed.NctId.Value));
        if (seed.Document.FirstSeen is { } given && current is not null && given != current.FirstSeen)
            problems.Add(ImportProblems.FirstSeenDiffers(given, current.FirstSeen));
        if (new[] { seed.Document.FirstSeen, seed.Document.LastUpdated }.Max() is { } latest && latest > today)
            problems.Add(ImportProblems.DateAhead(latest));
        return problems;
    }
}
