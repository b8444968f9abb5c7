using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;

namespace TrialSite.Tests.Alerts;

/// <summary>A row that cannot be worked on keeps no other.</summary>
public sealed class AlertRunTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.Open();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_fault_of_a_step_is_told_after_the_others_are_done()
    {
        await TestOutbox.Fill(site, 2);
        await Damage("UPDATE TrialChanges SET Differences = 'no JSON'");
        await site.Get<SignUps>().Receive(TestSignUp.Of("reader@example.org"), default);

        await Assert.ThrowsAnyAsync<Exception>(() => site.Get<AlertRun>().Once(default));

        Assert.Equal("Sent", await site.Scalar("SELECT State FROM OutboxEmails WHERE Kind = 'Confirmation'"));
    }

    [Fact]
    public async Task An_import_that_cannot_be_matched_keeps_none_of_another_trial()
    {
        var (first, second) = (TestSeed.Number(1), TestSeed.Number(2));
        await site.ReseedWith(first, second);
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(first), TestAlerts.TopicOf(second));
        await site.ReseedWith(first with { Title = "Another title" });
        await site.ReseedWith(second with { Title = "Another title too" });
        await Damage("UPDATE TrialChanges SET Differences = 'no JSON' WHERE Generation = 2");

        await Assert.ThrowsAnyAsync<Exception>(site.Match);

        Assert.Single(await site.Deliveries());
        Assert.Equal(CatalogueImportState.Matched, (await site.LastImport()).State);
    }

    [Fact]
    public async Task A_person_whose_mail_cannot_be_made_keeps_nobody_else()
    {
        var (first, second) = (TestSeed.Number(1), TestSeed.Number(2));
        await site.ReseedWith(first, second);
        await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(first));
        var other = await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(second));
        await site.ReseedWith(first with { Title = "Another title" }, second with { Title = "Another title too" });
        await site.Match();
        await Damage($"UPDATE Trials SET Version = 7 WHERE Version = 1 AND NctId = '{TestSeed.NctIdOf(first)}'");

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.GatherAfter(TimeSpan.FromHours(1)));

        Assert.Equal(other, (await site.Read(db => db.OutboxEmails.SingleAsync())).SubscriberId);
    }

    [Fact]
    public async Task A_request_of_somebody_whose_address_cannot_be_read_keeps_nobody_else()
    {
        await TestOutbox.Fill(site, 2);
        await Damage("UPDATE Subscribers SET EncryptedAddress = 'CfDJ8' WHERE Id = 1");
        foreach (var person in new[] { 1, 2 })
            await site.Get<ManageLinks>().Ask(TestSignUp.Address(TestOutbox.AddressOf(person)), "192.0.2.7", default);

        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    private async Task Damage(string sql)
    {
        await using var file = await site.OpenFile(SqliteOpenMode.ReadWrite);
        await StoreFile.Rows(file, sql);
    }
}
