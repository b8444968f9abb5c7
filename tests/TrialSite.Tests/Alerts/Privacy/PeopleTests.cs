using System.Text;
using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

public sealed class PeopleTests : IAsyncLifetime
{
    private const string Ann = "Ann.Example+news@Mail.Example.org";
    private const int Walkers = 24;
    private const string Other = "joann.example+news@mail.example.org";

    private static readonly SeedDocument Walk = TestSeed.Number(1);
    private static readonly NctId WalkId = TestSeed.NctIdOf(Walk);
    private MailScene scene = null!;

    private People People => scene.Site.Get<People>();

    public async Task InitializeAsync()
    {
        scene = await MailScene.Open();
        await scene.Show(Walk);
        await scene.Show(Walk with { Title = "Swimming" });
    }

    public async Task DisposeAsync() => await scene.DisposeAsync();

    [Fact]
    public async Task An_export_holds_all_that_is_kept_about_an_address()
    {
        await Live(Ann);
        await Live(Other);

        var export = Assert.IsType<PersonExport>(await People.Export(TestSignUp.Address("ann.example+news@mail.example.org"), default));

        Assert.Equal(SubscriberState.Active, export.State);
        Assert.Equal(["trial:NCT00000001"], Assert.Single(export.SignUps).Topics);
        Assert.Equal("trial:NCT00000001", Assert.Single(export.Subscriptions).Topic);
        Assert.Equal((ConsentAct.Given, "consent-1"), (Assert.Single(export.Consents).Act, export.Consents[0].Version));
        Assert.Equal([OutboxEmailKind.Alert, OutboxEmailKind.Confirmation, OutboxEmailKind.ManageLink], export.Mails.Select(mail => mail.Kind).Order(Comparer<OutboxEmailKind>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))));
        var alert = export.Mails.Single(mail => mail.Kind == OutboxEmailKind.Alert);
        Assert.Equal("trial:NCT00000001", Assert.Single(alert.Topics));
        Assert.Equal("NCT00000001", Assert.Single(alert.Trials));
        Assert.Single(export.LinksAskedFor);
        Assert.Equal(SuppressionReason.Disowned, export.Suppression?.Reason);
    }

    [Fact]
    public async Task Nothing_is_exported_or_erased_of_an_unknown_address()
    {
        await Live(Other);

        Assert.Null(await People.Export(TestSignUp.Address(Ann), default));
        Assert.False(await People.Erase(TestSignUp.Address(Ann), default));
        Assert.NotNull(await People.Export(TestSignUp.Address(Other), default));
    }

    [Fact]
    public async Task Erasure_leaves_hashes_of_what_must_be_known_and_nothing_of_others_is_touched()
    {
        await Live(Ann);
        await Live(Other);
        var others = await Export(Other);

        Assert.True(await People.Erase(TestSignUp.Address(Ann), default));

        var left = await Export(Ann);
        Assert.Equal((null, 0, 0, 0, 0), (left.State, left.SignUps.Count, left.Subscriptions.Count, left.Mails.Count, left.LinksAskedFor.Count));
        Assert.Equal([ConsentAct.Given, ConsentAct.Withdrawn], left.Consents.Select(consent => consent.Act));
        Assert.NotNull(left.Suppression);
        Assert.Equivalent(others, await Export(Other), strict: true);
        Assert.False(await People.Erase(TestSignUp.Address(Ann), default));
        Assert.Equal(2, (await Export(Ann)).Consents.Count);
    }

    [Fact]
    public async Task After_erasure_no_file_holds_the_address_or_its_encrypted_text()
    {
        // Others before and after it, so that pages are filled, split and merged.
        var traces = new List<byte[]>();
        for (var i = 0; i < Walkers; i++)
        {
            var address = $"walker.{i}@mail.example.org";
            await Live(address);
            traces.AddRange(await TracesOf(address));
        }
        // The plain address in the folder, the encrypted ones in the database: what is looked for can be found.
        Assert.All(traces.Where((_, i) => i % 6 is 0 or 4 or 5), trace => Assert.NotEmpty(FilesWith([trace])));
        await using var reader = await scene.Site.OpenFile();
        await using var snapshot = await reader.BeginTransactionAsync();
        await StoreFile.Rows(reader, "SELECT count(*) FROM Subscribers");

        var erasure = Task.Run(async () =>
        {
            for (var i = 0; i < Walkers; i += 2)
                Assert.True(await People.Erase(TestSignUp.Address($"walker.{i}@mail.example.org"), default));
        });
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        await snapshot.RollbackAsync();
        await erasure;

        var perAddress = traces.Chunk(traces.Count / Walkers).ToList();
        Assert.Empty(FilesWith(perAddress.Where((_, i) => i % 2 == 0).SelectMany(trace => trace)));
        Assert.All(perAddress.Where((_, i) => i % 2 == 1), trace => Assert.NotEmpty(FilesWith(trace)));
        Assert.Equal(0, new FileInfo($"{scene.Site.DatabaseFile}-wal").Length);
    }

    [Fact]
    public async Task What_a_long_reader_kept_in_the_log_is_gone_once_it_ends()
    {
        await Live(Ann);
        var traces = await TracesOf(Ann);
        await using (var reader = await scene.Site.OpenFile())
        {
            await using var snapshot = await reader.BeginTransactionAsync();
            await StoreFile.Rows(reader, "SELECT count(*) FROM Subscribers");
            await People.Erase(TestSignUp.Address(Ann), default);
            Assert.NotEmpty(FilesWith(traces));
        }

        await scene.Site.Get<IStoreUpkeep>().Tidy(default);

        Assert.Empty(FilesWith(traces));
    }

    [Fact]
    public async Task A_mail_that_was_being_written_to_the_folder_goes_too()
    {
        await Live(Ann);
        scene.Site.Time.Advance(TimeSpan.FromDays(6));
        var outbox = scene.Site.Get<Outbox>();
        var claimed = (await outbox.Claim("dispatcher", default)).Single(mail => mail.Kind == OutboxEmailKind.Alert);
        Assert.True(await outbox.Start(claimed, null, default));
        var message = await scene.Compose(claimed);

        var erasing = People.Erase(TestSignUp.Address(Ann), default);
        while (FilesInFolder().Length > 0)
            await Task.Delay(10);
        await using var transport = scene.Site.Get<MailTransports>().Open();
        await transport.Send(message, default);
        Assert.Single(FilesInFolder());

        Assert.True(await erasing);
        Assert.Empty(FilesInFolder());

        string[] FilesInFolder() => Directory.GetFiles(scene.Site.Get<MailOptions>().PickupFolder);
    }

    [Fact]
    public async Task Stop_links_still_verify_after_erasure()
    {
        await Live(Ann);
        var target = (await scene.Site.Read(db => db.Subscriptions.SingleAsync())).StopTarget;
        var token = scene.Site.Get<LinkTokens>().StopTokenOf(target);

        await People.Erase(TestSignUp.Address(Ann), default);

        Assert.True(new LinkTokens(scene.Site.Get<SiteOptions>()).TryReadStopToken(token, out var read));
        Assert.Equal(target, read);
    }

    [Fact]
    public async Task A_stolen_database_file_holds_no_readable_address_and_no_link_that_works()
    {
        var (signUp, link) = await Live(Ann);
        var tokens = scene.Site.Get<LinkTokens>();
        string[] works = [tokens.TokenOf(signUp.LinkSeed!), tokens.TokenOf("seed of a link"), .. Enumerable.Range(0, 10).Select(id => tokens.StopTokenOf(new(id, id)))];
        Assert.Equal([signUp.TokenHash, link], works.Take(2).Select(LinkTokens.HashOf));

        Assert.Empty(FilesWith([.. Encodings(TestSignUp.Address(Ann).Value), .. Encodings(TestSignUp.Address(Ann).Folded), .. works.SelectMany(Encodings)], isDatabaseOnly: true));
        // No text of the file is a token, nor the seed of one for whoever has not the keys.
        var stolen = Directory.CreateTempSubdirectory("trialsite-");
        var withoutKeys = new LinkTokens(new SiteOptions { DataFolder = stolen.FullName });
        Directory.CreateDirectory(Path.Combine(stolen.FullName, "keys"));
        var values = (await scene.Site.Dump()).Split([" | ", "\n"], StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(signUp.LinkSeed, values);
        Assert.Empty(values.Intersect(works));
        Assert.Empty(values.SelectMany(value => new[] { LinkTokens.HashOf(value), LinkTokens.HashOf(withoutKeys.TokenOf(value)) }).Intersect([signUp.TokenHash!, link]));
        Assert.DoesNotContain(values, value => tokens.TryReadStopToken(value, out _));
        stolen.Delete(recursive: true);
    }

    [Fact]
    public async Task Mails_in_the_folder_go_with_their_person_and_no_other()
    {
        await Live(Ann);
        await Live(Other);
        var folder = scene.Site.Get<MailOptions>().PickupFolder;
        var before = Directory.GetFiles(folder).Length;

        await People.Erase(TestSignUp.Address(Ann), default);

        var left = Directory.GetFiles(folder);
        Assert.Equal(before / 2, left.Length);
        Assert.Contains(left, file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.All(left, file => Assert.Contains(Other, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private async Task<PersonExport> Export(string address) => Assert.IsType<PersonExport>(await People.Export(TestSignUp.Address(address), default));

    /// <summary>Signs up, confirms, asks for a link and gets mails, so that each table knows the address.</summary>
    private async Task<(SignUp SignUp, string ManageHash)> Live(string address)
    {
        var signUp = await scene.SignUp(address, Topic.Of(WalkId));
        var confirmation = await scene.Confirmation(signUp);
        var subscriber = await scene.Confirm(address);
        var consent = await scene.Write(async db =>
        {
            db.AddRange(Consent.Given(subscriber.AddressHash, "consent-1", scene.Site.Time.GetUtcNow()), Suppression.Of(subscriber.AddressHash, SuppressionReason.Disowned, until: null));
            return await db.SaveChangesAsync();
        });
        var alert = await scene.Alert(subscriber, (await scene.Change(WalkId, 2), await scene.Follow(subscriber, Topic.Of(WalkId))));
        var link = LinkTokens.HashOf(scene.Site.Get<LinkTokens>().TokenOf("seed of a link"));
        await PickUp(confirmation, ".eml");
        await PickUp(alert, ".eml.tmp");
        if (await scene.Site.Read(db => db.ManageLinks.AnyAsync(row => row.TokenHash == link)))
            await scene.Write($"UPDATE ManageLinks SET TokenHash = Id WHERE TokenHash = '{link}'");
        await scene.ManageLink(subscriber);
        return (signUp, link);
    }

    private async Task PickUp(OutboxEmail mail, string ending)
    {
        var folder = scene.Site.Get<MailOptions>().PickupFolder;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{Guid.NewGuid():N}{ending}"), MailFormat.Bytes(await scene.Compose(mail)));
    }

    /// <summary>The address, and of each encrypted text the part that no other begins with.</summary>
    private async Task<List<byte[]>> TracesOf(string address)
    {
        var hash = scene.Site.Get<AddressProtection>().HashOf(TestSignUp.Address(address));
        var encrypted = await scene.Site.Read(db => db.SignUps.Where(row => row.AddressHash == hash).Select(row => row.EncryptedAddress)
            .Concat(db.Subscribers.Where(row => row.AddressHash == hash).Select(row => row.EncryptedAddress)).ToListAsync());
        Assert.Equal(2, encrypted.Count);
        return [.. Encodings(TestSignUp.Address(address).Value), .. encrypted.Select(text => Encoding.UTF8.GetBytes(text[60..100]))];
    }

    private static IEnumerable<byte[]> Encodings(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [bytes, Encoding.UTF8.GetBytes(text.ToLowerInvariant()), Encoding.UTF8.GetBytes(Convert.ToBase64String(bytes).TrimEnd('=')), Encoding.Unicode.GetBytes(text)];
    }

    private List<string> FilesWith(IEnumerable<byte[]> traces, bool isDatabaseOnly = false)
    {
        var files = Directory.GetFiles(scene.Site.DataFolder, isDatabaseOnly ? "trialsite.db*" : "*", SearchOption.AllDirectories)
            .Select(file => (Name: file, Bytes: ReadShared(file))).ToList();
        return [.. traces.SelectMany(trace => files.Where(file => file.Bytes.AsSpan().IndexOf(trace) >= 0).Select(file => file.Name)).Distinct()];
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
