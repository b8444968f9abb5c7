using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Import;

/// <summary>Says in a dry run's report whom the reseed would mail, by the same rules as the mails themselves.</summary>
internal static class DryRunReach
{
    /// <summary>False when the site has no trials yet: nobody is told of a first import.</summary>
    public static async Task<bool> Count(TrialDbContext db, ImportReport report, int listed, StormGuard guard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.Trials.AnyAsync(cancellationToken))
            return false;
        var reach = new AlertReach(db, now);
        var peopleByRow = new Dictionary<ImportRow, int>(ReferenceEqualityComparer.Instance);
        foreach (var row in report.Rows.Where(row => row.Topics.Count > 0))
            peopleByRow[row] = await reach.Add(row.Topics, cancellationToken);
        var listedThen = listed + report.Total(SeedOutcome.New) - report.Total(SeedOutcome.Gone);
        report.Count(new(reach.People, guard.ReasonToHold(peopleByRow.Count, listedThen, reach.People)), peopleByRow);
        return true;
    }
}
