using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

/// <summary>People who follow a trial, and a mail for each that tells its change.</summary>
internal static class TestOutbox
{
    public static readonly NctId Trial = TestSeed.NctIdOf(TestSeed.Number(1));

    public static string AddressOf(int person) => $"person{person}@patients.example";

    public static async Task Change(TestSite site)
    {
        var seed = TestSeed.Number(1);
        site.Write(seed);
        await site.Reseed();
        site.Write(seed with { Locations = [seed.Locations[0] with { Status = "COMPLETED" }] });
        await site.Reseed();
    }

    /// <summary>One alert for each of so many people, whose numbers begin at 1.</summary>
    public static async Task Fill(TestSite site, int people)
    {
        await Change(site);
        var protection = site.Get<AddressProtection>();
        var domain = site.Get<MailOptions>().MessageIdDomain;
        var now = site.Time.GetUtcNow();
        await site.Get<TrialWriter>().Write(WriteLane.Import, async db =>
        {
            var change = await db.TrialChanges.Where(row => row.NctId == Trial).MaxAsync(row => row.Id);
            var subscribers = Enumerable.Range(1, people).Select(person => TestSignUp.Address(AddressOf(person)))
                .Select(address => Subscriber.Confirmed(protection.Encrypt(address), protection.HashOf(address), now.AddDays(-1))).ToList();
            db.AddRange(subscribers);
            await db.SaveChangesAsync();
            db.AddRange(subscribers.Select(person => Subscription.Of(person.Id, Topic.Of(Trial), AlertFrequency.AtOnce, now.AddDays(-1))));
            db.AddRange(subscribers.Select(person => OutboxEmail.Alert(person.Id, change, domain, now)));
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync($"""
                INSERT INTO Deliveries (SubscriberId, ChangeId, SubscriptionId, DueAt, OutboxEmailId)
                SELECT mail.SubscriberId, {change}, topic.Id, mail.CreatedAt, mail.Id
                FROM OutboxEmails mail JOIN Subscriptions topic ON topic.SubscriberId = mail.SubscriberId
                """);
        }, default);
    }

    public static Task<OutboxEmail> Mail(TestSite site, int person) => site.Read(db => db.OutboxEmails.SingleAsync(row => row.SubscriberId == person));

    public static Task<Delivery> Delivery(TestSite site, int person) => site.Read(db => db.Deliveries.SingleAsync(row => row.SubscriberId == person));

    /// <summary>How many deliveries are neither sent, nor skipped, nor in a mail that waits: none, ever.</summary>
    public static Task<string> Lost(TestSite site) => site.Scalar("""
        SELECT COUNT(*) FROM Deliveries delivery JOIN OutboxEmails mail ON mail.Id = delivery.OutboxEmailId
        WHERE delivery.SentAt IS NULL AND delivery.SkippedBecause IS NULL AND mail.State NOT IN ('Waiting', 'Claimed')
        """);
}
