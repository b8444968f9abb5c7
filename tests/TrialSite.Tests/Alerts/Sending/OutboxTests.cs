using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

/// <summary>What dispatchers that die leave behind, and what two of them do to each other.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly RecordingMailServer server = RecordingMailServer.Start();
    private TestSite site = null!;

    private Outbox Outbox => site.Get<Outbox>();

    public async Task InitializeAsync() => site = await TestSite.Open(SmtpSettings.Of(server));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_dispatcher_that_dies_before_a_mail_is_started_costs_its_lease_and_no_copy()
    {
        await TestOutbox.Fill(site, 3);
        await Outbox.Claim("dead", default);
        Assert.Equal(0, await Send());

        site.Time.Advance(TimeSpan.FromSeconds(121));

        Assert.Equal(3, await Send());
        Assert.Equal(3, server.Mails.Count);
        Assert.Equal("0", await site.Scalar("SELECT SUM(Attempts) FROM OutboxEmails"));
    }

    [Fact]
    public async Task A_dispatcher_that_dies_after_a_mail_was_started_leaves_one_that_is_sent_the_same_later()
    {
        await TestOutbox.Fill(site, 1);
        var claimed = Assert.Single(await Outbox.Claim("dead", default));
        Assert.True(await Outbox.Start(claimed, null, default));
        await HandOver(claimed);

        site.Time.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(0, await Send());
        site.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await Send());

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(server.Mails.First().Bytes, server.Mails.Last().Bytes);
        Assert.Matches($"(?im)^Message-Id: <{claimed.MessageId}>\r$", server.Mails.Last().Text);
        Assert.Matches("(?m)^Date: Wed, 01 Jul 2026 12:00:00 \\+0000\r$", server.Mails.Last().Text);
    }

    [Fact]
    public async Task A_mail_that_kills_every_dispatcher_is_given_up()
    {
        await TestOutbox.Fill(site, 1);
        for (var i = 0; i < 20; i++)
        {
            foreach (var claimed in await Outbox.Claim("dies", default))
                await Outbox.Start(claimed, null, default);
            site.Time.Advance(TimeSpan.FromHours(1));
            await Outbox.Recover(default);
        }

        var mail = await TestOutbox.Mail(site, 1);
        Assert.Equal((OutboxEmailState.Failed, 9), (mail.State, mail.Fence));
        Assert.StartsWith("Nobody knows", mail.LastReply, StringComparison.Ordinal);
        Assert.Equal("0", await TestOutbox.Lost(site));
    }

    [Fact]
    public async Task Who_lost_the_lease_can_neither_start_nor_fail_a_mail()
    {
        await TestOutbox.Fill(site, 1);
        var slow = Assert.Single(await Outbox.Claim("slow", default));
        site.Time.Advance(TimeSpan.FromSeconds(121));
        Assert.False(await Outbox.Start(slow, null, default));
        await Outbox.Recover(default);
        var quick = Assert.Single(await Outbox.Claim("quick", default));

        Assert.False(await Outbox.Start(slow, null, default));
        foreach (var outcome in Enum.GetValues<HandOverOutcome>())
            Assert.Equal(0, await Outbox.Record(new(slow, new(outcome, ""), site.Time.GetUtcNow()), default));
        Assert.Equal(0, await Outbox.Skip(slow, default));
        Assert.Equal(0, await Outbox.Release("slow", default));

        Assert.True(await Outbox.Start(quick, null, default));
    }

    [Fact]
    public async Task A_mail_that_was_accepted_late_is_not_sent_again()
    {
        await TestOutbox.Fill(site, 1);
        var slow = Assert.Single(await Outbox.Claim("slow", default));
        await Outbox.Start(slow, null, default);
        site.Time.Advance(TimeSpan.FromSeconds(121));
        await Outbox.Recover(default);

        await Outbox.Record(new(slow, new(HandOverOutcome.Accepted, "250"), site.Time.GetUtcNow()), default);

        site.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await Send());
        Assert.NotNull((await TestOutbox.Delivery(site, 1)).SentAt);
    }

    [Fact]
    public async Task A_slow_mail_server_does_not_lose_the_rest_of_the_batch_to_another_dispatcher()
    {
        await TestOutbox.Fill(site, 10);
        server.Answer = (step, _) =>
        {
            if (step == MailStep.End)
            {
                site.Time.Advance(TimeSpan.FromSeconds(50));
                Outbox.Recover(default).GetAwaiter().GetResult();
            }
            return null;
        };

        Assert.Equal(10, await Send());

        Assert.Equal(10, server.Mails.Count);
        Assert.Equal("1", await site.Scalar("SELECT MAX(Fence) FROM OutboxEmails"));
    }

    private Task<int> Send() => site.Get<MailDispatcher>().SendDue(default);

    private async Task HandOver(OutboxEmail mail)
    {
        var composed = await site.Read(db => site.Get<EmailComposer>().Compose(db, [mail], default));
        await using var transport = site.Get<MailTransports>().Open();
        Assert.Equal(HandOverOutcome.Accepted, (await transport.Send(composed[0].Message!, default)).Outcome);
    }
}
