using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>The mails that a trial's last change sends, as files for an editor to look at; nobody gets them.</summary>
public sealed class MailPreview(IServiceScopeFactory scopes, EmailComposer composer)
{
    /// <summary>Nobody: the stop link of a preview stops nothing.</summary>
    private static readonly StopTarget NoSubscription = new(SubscriberId: 0, SubscriptionId: 0);

    private static readonly EmailAddress Reader = EmailAddress.TryParse("reader@example.org", out var address) ? address : throw new FormatException("the reader's address");

    /// <summary>The files that were written; empty when the site knows no change of the trial.</summary>
    public async Task<IReadOnlyList<string>> Write(NctId nctId, string folder, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        foreach (var (name, message) in await Mails(nctId, cancellationToken))
        {
            Directory.CreateDirectory(folder);
            await Write("eml", MailFormat.Bytes(message));
            await Write("txt", System.Text.Encoding.UTF8.GetBytes(message.TextBody ?? ""));
            await Write("html", System.Text.Encoding.UTF8.GetBytes(message.HtmlBody ?? ""));

            async Task Write(string ending, byte[] bytes)
            {
                files.Add(Path.Combine(folder, $"{name}.{ending}"));
                await File.WriteAllBytesAsync(files[^1], bytes, cancellationToken);
            }
        }
        return files;
    }

    private async Task<IReadOnlyList<(string Name, MimeMessage Message)>> Mails(NctId nctId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var last = await db.TrialChanges.Where(change => change.NctId == nctId).OrderByDescending(change => change.ToVersion).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return [];
        var versions = await db.Trials.IgnoreQueryFilters()
            .Where(trial => trial.NctId == nctId && (trial.Version == last.FromVersion || trial.Version == last.ToVersion)).ToListAsync(cancellationToken);
        var told = NetChange.Of([last], (_, version) => versions.Find(trial => trial.Version == version)).Single();
        return
        [
            ($"{nctId}-followed", Mail(null)),
            .. NewConditions(told).Select(condition => ($"{nctId}-new-for-{Slug.From(condition)}", Mail(condition))),
        ];

        MimeMessage Mail(string? condition) => composer.Preview([new(told, NoSubscription, condition)], Reader, last.SeenAt);
    }

    /// <summary>Those under which the trial is listed only now; of a new trial the primary one stands for all.</summary>
    private static IEnumerable<string> NewConditions(NetChange told) => told.Before is null
        ? TrialConditions.Of(told.After).Select(condition => condition.Name).Take(1)
        : told.Differences.Where(difference => difference.Field == TrialField.Condition).Select(difference => difference.After).OfType<string>();
}
