using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

/// <summary>A site with fixed keys and a fixed address, in which people follow topics and mails wait to be composed.</summary>
internal sealed class MailScene : IAsyncDisposable
{
    public const string BaseUrl = "https://trials.example.org";

    private static readonly DateTimeOffset MailedAt = new(2026, 7, 6, 8, 0, 0, TimeSpan.Zero);

    private MailScene(TestSite site) => Site = site;

    public TestSite Site { get; }

    public static async Task<MailScene> Open()
    {
        var site = await TestSite.Open();
        site.Get<SiteOptions>().PublicBaseUrl = BaseUrl;
        Directory.CreateDirectory(site.Get<SiteOptions>().KeysFolder);
        foreach (var key in new[] { "mail-links.key", "stop-links.key" })
            File.WriteAllBytes(Path.Combine(site.Get<SiteOptions>().KeysFolder, key), [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        return new(site);
    }

    /// <summary>The site lists exactly these trials from now on.</summary>
    public async Task Show(params SeedDocument[] seeds)
    {
        foreach (var file in Directory.GetFiles(Site.SeedsFolder))
            File.Delete(file);
        Site.Write(seeds);
        await Site.Reseed(mayShrink: true);
        Site.Time.Advance(TimeSpan.FromMinutes(1));
    }

    public Task<Subscriber> Confirm(string address) => Write(async db =>
    {
        var (encrypted, hash) = Protected(address);
        var subscriber = Subscriber.Confirmed(encrypted, hash, Site.Time.GetUtcNow());
        db.Add(subscriber);
        await db.SaveChangesAsync();
        return subscriber;
    });

    public Task<Subscription> Follow(Subscriber subscriber, Topic topic, AlertFrequency frequency = AlertFrequency.AtOnce) => Write(async db =>
    {
        var subscription = Subscription.Of(subscriber.Id, topic, frequency, Site.Time.GetUtcNow());
        db.Add(subscription);
        await db.SaveChangesAsync();
        return subscription;
    });

    public Task<int> Change(NctId nctId, int toVersion) => Site.Read(db => db.TrialChanges.Where(change => change.NctId == nctId && change.ToVersion == toVersion).Select(change => change.Id).SingleAsync());

    public Task<OutboxEmail> Alert(Subscriber subscriber, params IEnumerable<(int ChangeId, Subscription Because)> told) => Write(async db =>
    {
        var mail = OutboxEmail.Alert(subscriber.Id, told.Min(delivery => delivery.ChangeId), "trials.example.org", MailedAt);
        db.Add(mail);
        await db.SaveChangesAsync();
        foreach (var (change, because) in told)
            await db.Database.ExecuteSqlAsync($"INSERT INTO Deliveries (SubscriberId, ChangeId, SubscriptionId, DueAt, OutboxEmailId) VALUES ({subscriber.Id}, {change}, {because.Id}, '2026-07-06 08:00:00+00:00', {mail.Id})");
        return await Frozen(db, mail);
    });

    public Task<SignUp> SignUp(string address, params Topic[] topics) => Write(async db =>
    {
        var (encrypted, hash) = Protected(address);
        var signUp = TrialSite.Alerts.SignUp.Receive(encrypted, hash, topics, AlertFrequency.Weekly, "consent-1", topics[0], "block", Site.Time.GetUtcNow());
        db.Add(signUp);
        await db.SaveChangesAsync();
        var seed = string.Create(CultureInfo.InvariantCulture, $"seed {signUp.Id}");
        signUp.AskToConfirm(seed, LinkTokens.HashOf(Site.Get<LinkTokens>().TokenOf(seed)));
        await db.SaveChangesAsync();
        return signUp;
    });

    public Task<OutboxEmail> Confirmation(SignUp signUp) => Write(db => Frozen(db, OutboxEmail.Confirmation(signUp, "mailbox", "trials.example.org", MailedAt)));

    public Task<OutboxEmail> ManageLink(Subscriber subscriber) => Write(async db =>
    {
        var link = TrialSite.Alerts.ManageLink.Ask(subscriber.AddressHash, "block", Site.Time.GetUtcNow());
        link.Send("seed of a link", LinkTokens.HashOf(Site.Get<LinkTokens>().TokenOf("seed of a link")));
        db.Add(link);
        await db.SaveChangesAsync();
        return await Frozen(db, OutboxEmail.ToManage(link, subscriber, "mailbox", "trials.example.org", MailedAt));
    });

    public async Task<MimeMessage> Compose(OutboxEmail mail) => Assert.IsType<MimeMessage>(await ComposeOrNot(mail));

    public async Task<MimeMessage?> ComposeOrNot(OutboxEmail mail) => Assert.Single(await Compose([mail])).Message;

    public Task<IReadOnlyList<ComposedEmail>> Compose(IReadOnlyList<OutboxEmail> mails) => Site.Read(db => Site.Get<EmailComposer>().Compose(db, mails, default));

    public Task<T> Write<T>(Func<TrialDbContext, Task<T>> act) => Site.Get<TrialWriter>().Write(WriteLane.People, act, default);

    public Task Write(string sql) => Write(db => db.Database.ExecuteSqlRawAsync(sql));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private (string Encrypted, string Hash) Protected(string address)
    {
        var protection = Site.Get<AddressProtection>();
        return (protection.Encrypt(TestSignUp.Address(address)), protection.HashOf(TestSignUp.Address(address)));
    }

    /// <summary>With a Message-ID that is the same in each test run.</summary>
    private static async Task<OutboxEmail> Frozen(TrialDbContext db, OutboxEmail mail)
    {
        db.Update(mail);
        db.Entry(mail).Property(row => row.MessageId).CurrentValue = "0123456789abcdef0123456789abcdef@trials.example.org";
        await db.SaveChangesAsync();
        return mail;
    }
}
