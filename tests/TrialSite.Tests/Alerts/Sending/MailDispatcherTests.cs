using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

/// <summary>What a mail server says, and what becomes of the mail and of the person.</summary>
public sealed class MailDispatcherTests : IAsyncLifetime
{
    private readonly RecordingMailServer server = RecordingMailServer.Start();
    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.Open(SmtpSettings.Of(server));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Each_mail_is_sent_once_on_one_connection_and_its_delivery_is_marked()
    {
        await TestOutbox.Fill(site, 250);

        Assert.Equal(250, await Send());
        Assert.Equal(0, await Send());

        Assert.Equal(Enumerable.Range(1, 250).Select(TestOutbox.AddressOf), server.Mails.Select(mail => mail.Recipient));
        Assert.Equal(1, server.Connections);
        Assert.Equal("250", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE State = 'Sent' AND FinishedAt IS NOT NULL AND LastReply = '250 2.0.0 Queued'"));
        Assert.Equal("250", await site.Scalar("SELECT COUNT(*) FROM Deliveries WHERE SentAt IS NOT NULL AND SkippedBecause IS NULL"));
    }

    [Theory]
    [InlineData(MailStep.Recipient, "451 4.7.1 Greylisted")]
    [InlineData(MailStep.Data, "452 4.3.1 Disk full")]
    [InlineData(MailStep.End, "451 4.3.0 Try later")]
    [InlineData(MailStep.Data, RecordingMailServer.Drop)]
    [InlineData(MailStep.Recipient, RecordingMailServer.Drop)]
    internal async Task Not_now_is_tried_again_ever_later_and_fails_in_the_end(MailStep step, string answer)
    {
        await TestOutbox.Fill(site, 2);
        server.Answer = At(step, 1, answer);
        TimeSpan[] waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(24)];

        foreach (var wait in waits)
        {
            await Send();
            var mail = await TestOutbox.Mail(site, 1);
            Assert.Equal((OutboxEmailState.Waiting, null), (mail.State, mail.SendStartedAt));
            Assert.InRange(mail.NotBefore - site.Time.GetUtcNow(), wait, wait * 1.2);
            site.Time.Advance(wait * 1.2);
        }
        await Send();

        Assert.Equal((OutboxEmailState.Failed, 7), ((await TestOutbox.Mail(site, 1)).State, (await TestOutbox.Mail(site, 1)).Attempts));
        Assert.Equal(DeliverySkip.Refused, (await TestOutbox.Delivery(site, 1)).SkippedBecause);
        Assert.Equal(TestOutbox.AddressOf(2), Assert.Single(server.Mails).Recipient);
        Assert.Equal("0", await TestOutbox.Lost(site));
    }

    [Fact]
    public async Task A_server_that_says_421_is_left_alone_by_the_whole_dispatcher()
    {
        await TestOutbox.Fill(site, 3);
        server.Answer = At(MailStep.Sender, null, "421 4.3.2 Shutting down");

        await Send();
        var asked = server.Commands.Count;
        await Send();
        site.Time.Advance(TimeSpan.FromSeconds(59));
        await Send();

        Assert.Equal(asked, server.Commands.Count);
        Assert.Equal("3 | 0", await site.Scalar("SELECT COUNT(*) || ' | ' || SUM(Attempts) FROM OutboxEmails WHERE State = 'Waiting' AND SendStartedAt IS NULL"));
        server.Answer = (_, _) => null;
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await Send());
    }

    [Fact]
    public async Task A_server_that_was_down_for_days_gets_every_mail_once_it_is_back()
    {
        await TestOutbox.Fill(site, 5);
        var port = server.Port;
        await server.DisposeAsync();
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(0, await Send());
            site.Time.Advance(TimeSpan.FromMinutes(20));
        }
        await using var back = RecordingMailServer.Start(port);

        Assert.Equal(5, await Send());

        Assert.Equal(5, back.Mails.Count);
        Assert.Equal("0", await site.Scalar("SELECT SUM(Attempts) FROM OutboxEmails"));
    }

    [Theory]
    [InlineData("550 5.1.1 No person1 here")]
    [InlineData("553 5.1.3 Bad address")]
    public async Task An_address_that_does_not_exist_is_left_alone_for_a_year(string answer)
    {
        await TestOutbox.Fill(site, 2);
        server.Answer = At(MailStep.Recipient, 1, answer);

        await Send();

        var mail = await TestOutbox.Mail(site, 1);
        Assert.Equal((OutboxEmailState.Failed, answer[..9]), (mail.State, mail.LastReply));
        Assert.Equal(DeliverySkip.Refused, (await TestOutbox.Delivery(site, 1)).SkippedBecause);
        var suppression = await site.Read(db => db.Suppressions.SingleAsync());
        Assert.Equal((SuppressionReason.HardBounce, site.Time.GetUtcNow().AddMonths(12)), (suppression.Reason, suppression.Until));
        Assert.Equal(site.Get<AddressProtection>().HashOf(TestSignUp.Address(TestOutbox.AddressOf(1))), suppression.AddressHash);
        Assert.Equal((1, SubscriptionEnd.Bounced), await site.Read(db => db.Subscriptions.Where(row => row.EndedAt != null).Select(row => ValueTuple.Create(row.SubscriberId, row.EndedBecause!.Value)).SingleAsync()));
        Assert.Equal(SubscriberState.Stopped, await site.Read(db => db.Subscribers.Where(row => row.Id == 1).Select(row => row.State).SingleAsync()));
        Assert.Equal(OutboxEmailState.Sent, (await TestOutbox.Mail(site, 2)).State);
    }

    [Theory]
    [InlineData(MailStep.Recipient, "550 No")]
    [InlineData(MailStep.Recipient, "552 5.2.2 Mailbox full")]
    [InlineData(MailStep.End, "554 5.6.0 Not like this")]
    internal async Task Another_refusal_ends_the_mail_and_not_the_person(MailStep step, string answer)
    {
        await TestOutbox.Fill(site, 2);
        server.Answer = At(step, 1, answer);

        await Send();

        Assert.Equal((OutboxEmailState.Failed, DeliverySkip.Refused), ((await TestOutbox.Mail(site, 1)).State, (await TestOutbox.Delivery(site, 1)).SkippedBecause));
        Assert.Equal("0 | 0", await site.Scalar("SELECT (SELECT COUNT(*) FROM Suppressions) || ' | ' || (SELECT COUNT(*) FROM Subscriptions WHERE EndedAt IS NOT NULL)"));
        Assert.Equal(OutboxEmailState.Sent, (await TestOutbox.Mail(site, 2)).State);
    }

    [Theory]
    [InlineData(MailStep.Recipient, "554 5.7.1 You are on a list")]
    [InlineData(MailStep.End, "550 5.7.26 Not authenticated")]
    [InlineData(MailStep.Sender, "550 Sender refused")]
    internal async Task A_refusal_of_us_stops_all_mail_for_an_hour_and_nobody_loses_any(MailStep step, string answer)
    {
        await TestOutbox.Fill(site, 3);
        server.Answer = At(step, null, answer);

        await Send();
        var asked = server.Commands.Count;
        site.Time.Advance(TimeSpan.FromMinutes(59));
        await using (var other = await TestSite.Open(SmtpSettings.Of(server), site.DataFolder))
        {
            other.Time.SetUtcNow(site.Time.GetUtcNow());
            Assert.Equal(0, await other.Get<MailDispatcher>().SendDue(default));
        }

        Assert.Equal(asked, server.Commands.Count);
        Assert.Contains("Error: The mail server wants no mail from us", site.Log.Text, StringComparison.Ordinal);
        server.Answer = (_, _) => null;
        site.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Send());
        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Send());
        Assert.Equal("0", await site.Scalar("SELECT SUM(Attempts) FROM OutboxEmails"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_mail_that_a_filter_dislikes_keeps_no_other_mail_and_is_given_up(int disliked)
    {
        await TestOutbox.Fill(site, 14);
        await using (var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, "UPDATE OutboxEmails SET NotBefore = strftime('%Y-%m-%d %H:%M:%S+00:00', NotBefore, '+' || (30 * (Id - 4)) || ' hours') WHERE Id > 4");
        server.Answer = At(MailStep.End, disliked, "554 5.7.1 Looks like an advertisement");

        await Send();
        site.Time.Advance(TimeSpan.FromMinutes(61));
        await Send();
        Assert.Equal("3", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE State = 'Sent'"));

        for (var more = 0; more < 10; more++)
        {
            site.Time.Advance(TimeSpan.FromHours(30));
            await Send();
        }
        Assert.Equal("13", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE State = 'Sent'"));
        Assert.Equal(OutboxEmailState.Failed, (await TestOutbox.Mail(site, disliked)).State);
        Assert.Equal("0", await TestOutbox.Lost(site));
    }

    [Fact]
    public async Task A_server_that_ceases_to_want_our_mail_is_left_alone_soon()
    {
        await TestOutbox.Fill(site, 50);
        server.Answer = (step, to) => step == MailStep.Recipient && to != TestOutbox.AddressOf(1) ? "554 5.7.1 You are on a list" : null;

        Assert.Equal(1, await Send());

        Assert.Equal(4, server.Commands.Count(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(RecordingMailServer.Drop)]
    [InlineData(RecordingMailServer.Silence)]
    public async Task A_mail_that_may_have_arrived_is_sent_once_more_the_same_to_the_last_byte(string answer)
    {
        await TestOutbox.Fill(site, 1);
        server.Answer = (step, _) => step == MailStep.End ? Later(answer) : null;

        await Send();
        var mail = await TestOutbox.Mail(site, 1);
        Assert.Equal((OutboxEmailState.Waiting, 1), (mail.State, mail.UncertainCount));
        Assert.NotNull(mail.SendStartedAt);
        server.Answer = (_, _) => null;
        site.Time.Advance(mail.NotBefore - site.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Send());
        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Send());

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(server.Mails.First().Bytes, server.Mails.Last().Bytes);
        Assert.Contains($"Message-Id: <{mail.MessageId}>", server.Mails.First().Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Date: ", server.Mails.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_may_have_arrived_twice_is_given_up()
    {
        await TestOutbox.Fill(site, 1);
        server.Answer = At(MailStep.End, null, RecordingMailServer.Drop);

        for (var i = 0; i < 3; i++)
        {
            await Send();
            site.Time.Advance(TimeSpan.FromHours(1));
        }

        var mail = await TestOutbox.Mail(site, 1);
        Assert.Equal(OutboxEmailState.Failed, mail.State);
        Assert.StartsWith("Nobody knows", mail.LastReply, StringComparison.Ordinal);
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal("0", await TestOutbox.Lost(site));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        await TestOutbox.Fill(site, 1);
        server.Answer = (step, _) => step == MailStep.Recipient ? Later(RecordingMailServer.Silence) : null;

        await Send();

        Assert.Equal((OutboxEmailState.Waiting, 1, 0), ((await TestOutbox.Mail(site, 1)).State, (await TestOutbox.Mail(site, 1)).Attempts, (await TestOutbox.Mail(site, 1)).UncertainCount));
    }

    [Fact]
    public async Task A_connection_that_the_server_closes_between_two_mails_costs_nothing()
    {
        await TestOutbox.Fill(site, 3);
        var mails = 0;
        server.Answer = (step, _) => step == MailStep.Sender && mails++ == 1 ? "421 4.7.0 Enough on this connection" : null;

        Assert.Equal(3, await Send());

        Assert.Equal((3, 2), (server.Mails.Count, server.Connections));
    }

    [Fact]
    public async Task Who_stops_while_a_batch_is_sent_gets_no_further_mail()
    {
        await TestOutbox.Fill(site, 4);
        server.Answer = (step, to) =>
        {
            if (step == MailStep.End && to == TestOutbox.AddressOf(1))
                Stop(2, 3).GetAwaiter().GetResult();
            return null;
        };

        Assert.Equal(2, await Send());

        Assert.Equal([TestOutbox.AddressOf(1), TestOutbox.AddressOf(4)], server.Mails.Select(mail => mail.Recipient));
        Assert.Equal((OutboxEmailState.Skipped, DeliverySkip.Stopped), ((await TestOutbox.Mail(site, 2)).State, (await TestOutbox.Delivery(site, 2)).SkippedBecause));
        Assert.Equal("0", await TestOutbox.Lost(site));
    }

    [Fact]
    public async Task Who_pauses_gets_the_mail_when_going_on()
    {
        await TestOutbox.Fill(site, 1);
        await Change(1, person => person.Pause());
        Assert.Equal(0, await Send());
        await Change(1, person => person.Resume());
        site.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await Send());
    }

    [Fact]
    public async Task A_suppressed_address_gets_nothing()
    {
        await TestOutbox.Fill(site, 2);
        await site.Get<TrialWriter>().Write(WriteLane.People, async db =>
        {
            var person = await db.Subscribers.SingleAsync(row => row.Id == 1);
            return await db.Add(Suppression.Of(person.AddressHash, SuppressionReason.Complaint, until: null)).Context.SaveChangesAsync();
        }, default);

        Assert.Equal(1, await Send());

        Assert.Equal(OutboxEmailState.Skipped, (await TestOutbox.Mail(site, 1)).State);
    }

    [Fact]
    public async Task A_stranger_s_sign_up_that_was_disowned_takes_no_alert_from_the_address_s_owner()
    {
        await TestOutbox.Fill(site, 1);
        await site.Get<TrialWriter>().Write(WriteLane.People, async db =>
        {
            var person = await db.Subscribers.SingleAsync();
            return await db.Add(Suppression.Of(person.AddressHash, SuppressionReason.Disowned, site.Time.GetUtcNow().AddDays(7))).Context.SaveChangesAsync();
        }, default);

        Assert.Equal(1, await Send());
    }

    [Fact]
    public async Task A_mail_that_cannot_be_made_does_not_keep_the_others()
    {
        await TestOutbox.Fill(site, 3);
        await using (var file = await site.OpenFile(Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
            await StoreFile.Rows(file, "UPDATE Subscribers SET EncryptedAddress = 'CfDJ8' WHERE Id = 2");

        Assert.Equal(2, await Send());

        var mail = await TestOutbox.Mail(site, 2);
        Assert.Equal((OutboxEmailState.Waiting, 1), (mail.State, mail.Attempts));
    }

    [Fact]
    public async Task What_was_claimed_and_not_started_is_free_at_once_when_the_program_ends()
    {
        await TestOutbox.Fill(site, 10);
        using var ending = new CancellationTokenSource();
        server.Answer = (step, to) =>
        {
            if (step == MailStep.End && to == TestOutbox.AddressOf(3))
                ending.Cancel();
            return null;
        };

        await site.Get<MailDispatcher>().SendDue(ending.Token);

        Assert.Equal(3, server.Mails.Count);
        Assert.Equal("3 | 7", await site.Scalar("SELECT SUM(State = 'Sent') || ' | ' || SUM(State = 'Waiting') FROM OutboxEmails"));
    }

    [Fact]
    public async Task A_mail_that_is_begun_when_the_program_ends_is_waited_for_5_seconds_and_no_minute()
    {
        await TestOutbox.Fill(site, 1);
        using var ending = new CancellationTokenSource();
        server.Answer = (step, _) =>
        {
            if (step == MailStep.Recipient)
                ending.Cancel();
            else if (step == MailStep.End)
                site.Time.Advance(TimeSpan.FromSeconds(6));
            return step == MailStep.End ? RecordingMailServer.Silence : null;
        };

        await site.Get<MailDispatcher>().SendDue(ending.Token).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((OutboxEmailState.Waiting, 1), ((await TestOutbox.Mail(site, 1)).State, (await TestOutbox.Mail(site, 1)).UncertainCount));
    }

    [Fact]
    public async Task A_reply_moves_no_cursor_of_the_terminal_that_shows_it()
    {
        await TestOutbox.Fill(site, 1);
        server.Answer = At(MailStep.End, 1, "451 4.3.0 Later \u001b[2J\u001b]0;title\u0007 \b\b");

        await Send();

        Assert.DoesNotMatch(@"\p{Cc}", (await TestOutbox.Mail(site, 1)).LastReply);
    }

    /// <summary>With the real protocol's words in the log at its finest level.</summary>
    [Fact]
    public async Task Neither_log_nor_labels_nor_replies_name_a_person_a_trial_or_a_condition()
    {
        await TestOutbox.Fill(site, 8);
        var labels = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == AlertMetrics.MeterName) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => { lock (labels) labels.AddRange(tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")); });
        listener.Start();
        var echo = new Dictionary<string, (MailStep Step, string Answer)>
        {
            [TestOutbox.AddressOf(1)] = (MailStep.Recipient, "550 5.1.1 <person1@patients.example>: person1 unknown"),
            [TestOutbox.AddressOf(2)] = (MailStep.Recipient, "451 4.7.1 person2@patients.example greylisted"),
            [TestOutbox.AddressOf(3)] = (MailStep.End, "554 5.6.0 for person3@patients.example"),
            [TestOutbox.AddressOf(4)] = (MailStep.End, RecordingMailServer.Drop),
            [TestOutbox.AddressOf(5)] = (MailStep.End, "250 2.0.0 <person5@patients.example> queued"),
            [TestOutbox.AddressOf(7)] = (MailStep.End, "554 5.7.1 no mail for person7@patients.example"),
        };
        server.Answer = (step, to) => echo.TryGetValue(to, out var said) && said.Step == step ? said.Answer : null;

        await Send();

        var told = $"{site.Log.Text}\n{string.Join('\n', labels)}\n{await site.Scalar("SELECT GROUP_CONCAT(LastReply) FROM OutboxEmails")}";
        Assert.Contains("Mail 1 was not sent", told, StringComparison.Ordinal);
        Assert.Contains("outcome=Accepted", told, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)person\d|patients\.example|@patients|NCT\d|knee|osteo|walking", told);
        Assert.DoesNotMatch(@"(?im)^Subject: .*(NCT\d|knee|osteo|walking|person|@)", string.Concat(server.Mails.Select(mail => mail.Text)));
    }

    private Task<int> Send() => site.Get<MailDispatcher>().SendDue(default);

    private static Func<MailStep, string, string?> At(MailStep step, int? person, string answer) =>
        (now, to) => now == step && (person is null || to == TestOutbox.AddressOf(person.Value)) ? answer : null;

    /// <summary>Silence lasts until every deadline is over.</summary>
    private string Later(string answer)
    {
        if (answer == RecordingMailServer.Silence)
            site.Time.Advance(TimeSpan.FromSeconds(61));
        return answer;
    }

    private Task<int> Stop(params int[] people) => site.Get<TrialWriter>().Write(WriteLane.People, async db =>
    {
        foreach (var subscription in await db.Subscriptions.Where(row => people.Contains(row.SubscriberId)).ToListAsync())
            subscription.End(SubscriptionEnd.Stopped, site.Time.GetUtcNow());
        return await db.SaveChangesAsync();
    }, default);

    private Task<int> Change(int id, Action<Subscriber> change) => site.Get<TrialWriter>().Write(WriteLane.People, async db =>
    {
        change(await db.Subscribers.SingleAsync(row => row.Id == id));
        return await db.SaveChangesAsync();
    }, default);
}
