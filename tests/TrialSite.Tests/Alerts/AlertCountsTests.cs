using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class AlertCountsTests : IAsyncLifetime
{
    private TestSite site = null!;

    /// <summary>One delivery sent, one in the outbox, one skipped, one that waits.</summary>
    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        var walk = TestSeed.Number(1);
        await site.ReseedWith(walk);
        var people = new List<int>();
        for (var i = 0; i < 4; i++)
            people.Add(await site.Follow(AlertFrequency.AtOnce, TestAlerts.TopicOf(walk)));
        await site.ReseedWith(walk with { Title = "Another title" });
        await site.Match();
        await site.StopTopic(people[2], TestAlerts.TopicOf(walk));
        await site.ChangePerson(people[3], person => person.Pause());
        await site.GatherAfter(TimeSpan.FromMinutes(15));
        await site.Change(db => db.Deliveries.Where(delivery => delivery.SubscriberId == people[0]).ExecuteUpdateAsync(update => update.SetProperty(delivery => delivery.SentAt, site.Time.GetUtcNow())));
        await site.Change(db => db.OutboxEmails.Where(mail => mail.SubscriberId == people[0]).ExecuteUpdateAsync(update => update.SetProperty(mail => mail.State, OutboxEmailState.Sent)));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Each_delivery_is_counted_once()
    {
        var counts = await site.Counts();

        Assert.Equal((4, 1, 1, 1), (counts.Due, counts.Sent, counts.Waiting, counts.WaitingInOutbox));
        Assert.Equal(KeyValuePair.Create(DeliverySkip.Stopped, 1), Assert.Single(counts.Skipped));
        Assert.Equal(0, counts.Imbalance);
    }

    [Fact]
    public async Task A_delivery_whose_mail_is_gone_or_failed_shows_as_an_imbalance()
    {
        await site.Change(db => db.OutboxEmails.Where(mail => mail.State == OutboxEmailState.Waiting).ExecuteUpdateAsync(update => update.SetProperty(mail => mail.State, OutboxEmailState.Failed)));
        Assert.Equal(1, (await site.Counts()).Imbalance);

        await site.Change(db => db.OutboxEmails.ExecuteDeleteAsync());
        Assert.Equal(1, (await site.Counts()).Imbalance);
    }

    [Fact]
    public async Task A_delivery_both_sent_and_skipped_shows_as_an_imbalance()
    {
        await site.Change(db => db.Deliveries.Where(delivery => delivery.SentAt != null).ExecuteUpdateAsync(update => update.SetProperty(delivery => delivery.SkippedBecause, DeliverySkip.Refused)));

        Assert.Equal(-1, (await site.Counts()).Imbalance);
    }

    [Fact]
    public void The_gauges_tell_the_counts_and_name_nobody()
    {
        using var metrics = site.Get<AlertMetrics>();
        var told = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == AlertMetrics.MeterName)
                    listening.EnableMeasurementEvents(instrument, metrics);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => told.Add($"{instrument.Name}{string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"))} {value}"));

        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(["alerts.due 4", "alerts.imbalance 0", "alerts.sent 1", "alerts.skipped reason=Stopped 1", "alerts.waiting 1", "alerts.waiting_in_outbox 1"], told.Order(StringComparer.Ordinal));
    }
}
