using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Store;
using TrialSite.Tests.Alerts;

namespace TrialSite.Benchmarks;

/// <summary>How many alerts a second one dispatcher makes and hands to a mail server on this machine.</summary>
internal static class MailBenchmark
{
    public static async Task Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("trialsite-mails-").FullName;
        await using var server = RecordingMailServer.Start();
        try
        {
            await using var site = BenchmarkSite.Open(
                folder,
                ("Site:PublicBaseUrl", "https://trials.example.org"), ("Mail:Transport", "smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"));
            await site.GetRequiredService<IStoreUpkeep>().Migrate(CancellationToken.None);
            await Change(site, Path.Combine(folder, "seeds"));
            await Fill(site, 0, 200);
            await site.GetRequiredService<MailDispatcher>().SendDue(CancellationToken.None);
            await Fill(site, 200, count);
            Console.WriteLine("| mails | seconds | a second | bytes each |");
            Console.WriteLine("|---|---|---|---|");
            await Report("made alone, nothing sent", count, server, () => MakeAlone(site));
            await Report("made, handed over and marked", count, server, () => site.GetRequiredService<MailDispatcher>().SendDue(CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Report(string name, int count, RecordingMailServer server, Func<Task<int>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var done = await work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (done != count)
            throw new InvalidOperationException($"{done} of {count} mails.");
        Console.WriteLine($"| {count:N0} {name} | {seconds:0.00} | {count / seconds:N0} | {server.Mails.Average(mail => mail.Bytes.Length):N0} |");
    }

    private static async Task Change(ServiceProvider site, string seeds)
    {
        foreach (var edition in new[] { 1, 2 })
        {
            GeneratedSeeds.Write(seeds, 10, edition);
            await site.GetRequiredService<SeedImporter>().Reseed(new(seeds), progress: null, CancellationToken.None);
        }
    }

    private static Task<int> Fill(ServiceProvider site, int from, int count)
    {
        var protection = site.GetRequiredService<AddressProtection>();
        var domain = site.GetRequiredService<MailOptions>().MessageIdDomain;
        var now = TimeProvider.System.GetUtcNow();
        return site.GetRequiredService<TrialWriter>().Write(WriteLane.Import, async db =>
        {
            var changes = await db.TrialChanges.GroupBy(change => change.NctId).Select(trial => new { trial.Key, Change = trial.Max(change => change.Id) }).ToListAsync();
            var people = Enumerable.Range(from, count).Select(Address).Select(address => Subscriber.Confirmed(protection.Encrypt(address), protection.HashOf(address), now)).ToList();
            db.AddRange(people);
            await db.SaveChangesAsync();
            foreach (var person in people)
            {
                var trial = changes[person.Id % changes.Count];
                db.Add(Subscription.Of(person.Id, Topic.Of(trial.Key), AlertFrequency.AtOnce, now));
                db.Add(OutboxEmail.Alert(person.Id, trial.Change, domain, now));
            }
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync($"""
                INSERT INTO Deliveries (SubscriberId, ChangeId, SubscriptionId, DueAt, OutboxEmailId)
                SELECT mail.SubscriberId, change.Id, topic.Id, mail.CreatedAt, mail.Id
                FROM OutboxEmails mail
                JOIN Subscriptions topic ON topic.SubscriberId = mail.SubscriberId
                JOIN TrialChanges change ON 'trial:' || change.NctId = topic.Topic AND change.FromVersion IS NOT NULL AND change.FromVersion > 0
                WHERE mail.State = 'Waiting'
                """);
        }, CancellationToken.None);
    }

    private static async Task<int> MakeAlone(ServiceProvider site)
    {
        await using var scope = site.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrialDbContext>();
        var made = 0;
        foreach (var batch in (await db.OutboxEmails.Where(mail => mail.State == OutboxEmailState.Waiting).ToListAsync()).Chunk(100))
            made += (await site.GetRequiredService<EmailComposer>().Compose(db, batch, CancellationToken.None)).Count(mail => mail.Message is not null);
        return made;
    }

    private static EmailAddress Address(int number) =>
        EmailAddress.TryParse($"person{number}@patients.example", out var address) ? address : throw new InvalidOperationException("The benchmark's own words cannot be read.");
}
