using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Trials;

namespace TrialSite.Import;

public enum SeedOutcome
{
    New,
    Changed,
    Unchanged,
    Rejected,
    Gone,
}

/// <summary>What a reseed did, or would do, with one file.</summary>
public sealed record ImportRow(
    string FileName,
    NctId? NctId,
    SeedOutcome Outcome,
    IReadOnlyList<SeedProblem> Problems,
    IReadOnlyList<FieldDifference> Differences,
    string? Title = null)
{
    /// <summary>How many people the change would reach; null unless that was asked.</summary>
    public int? People { get; init; }

    /// <summary>Whose followers the change reaches.</summary>
    internal IReadOnlyList<Topic> Topics { get; init; } = [];
}

/// <summary>Whom a reseed would mail.</summary>
/// <param name="People">Each person once.</param>
/// <param name="HeldBecause">Why an editor would have to release it first; null when it would go out by itself.</param>
public sealed record ReseedReach(int People, string? HeldBecause);

/// <summary>What a reseed did, or would do: a row for each file that is not unchanged or has a problem, and totals.</summary>
public sealed class ImportReport(bool isDryRun)
{
    private readonly List<ImportRow> rows = [];
    private readonly Dictionary<SeedOutcome, int> totals = [];

    public bool IsDryRun { get; } = isDryRun;
    public IReadOnlyList<ImportRow> Rows => rows;

    /// <summary>Why nothing was done although files were read; null when all went its way.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Counted in a dry run of a site that has trials already.</summary>
    public ReseedReach? Reach { get; private set; }

    public int Total(SeedOutcome outcome) => totals.GetValueOrDefault(outcome);

    /// <summary>For example "1 new, 0 changed, 0 unchanged, 0 rejected, 0 gone".</summary>
    public string Totals => string.Join(", ", Enum.GetValues<SeedOutcome>().Select(outcome => $"{Total(outcome)} {outcome.ToString().ToLowerInvariant()}"));

    internal void Add(ImportRow row)
    {
        totals[row.Outcome] = Total(row.Outcome) + 1;
        if (row.Outcome != SeedOutcome.Unchanged || row.Problems.Count > 0)
            rows.Add(row);
    }

    internal void AddUnchanged(int count) => totals[SeedOutcome.Unchanged] = Total(SeedOutcome.Unchanged) + count;

    internal void Count(ReseedReach reach, IReadOnlyDictionary<ImportRow, int> peopleByRow)
    {
        Reach = reach;
        for (var i = 0; i < rows.Count; i++)
            rows[i] = peopleByRow.TryGetValue(rows[i], out var people) ? rows[i] with { People = people } : rows[i];
    }

    internal void Refuse(string why) => Refusal = why;
}
