using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

public sealed class SignUpIntakeTests
{
    [Fact]
    public async Task A_sign_up_gets_one_mail_whose_link_only_the_keys_can_make()
    {
        await using var site = await TestSite.Open();

        var token = await TestPerson.SignUp(site, TestSignUp.Of("reader@example.org"));
        Assert.Equal(0, await site.Get<SignUpIntake>().AnswerNew(default));

        var signUp = await site.Read(db => db.SignUps.SingleAsync());
        var mail = await site.Read(db => db.OutboxEmails.SingleAsync());
        Assert.Equal((SignUpState.Pending, LinkTokens.HashOf(token)), (signUp.State, signUp.TokenHash));
        Assert.Equal((OutboxEmailKind.Confirmation, signUp.Id, OutboxEmailState.Waiting), (mail.Kind, mail.SignUpId, mail.State));
        Assert.Null(mail.SubscriberId);
        Assert.EndsWith($"@{site.Get<MailOptions>().MessageIdDomain}", mail.MessageId, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await site.Dump(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ups_that_waited_from_before_mails_could_be_sent_are_answered_and_their_link_lives_from_then_on()
    {
        await using var site = await TestSite.Open();
        await site.Get<SignUps>().Receive(TestSignUp.Of("early@example.org"), default);
        site.Time.Advance(TimeSpan.FromDays(40));

        var token = await TestPerson.SignUp(site, TestSignUp.Of("late@example.org"));

        Assert.Equal("2", await site.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE Kind = 'Confirmation'"));
        var early = await site.Read(db => db.SignUps.OrderBy(row => row.Id).FirstAsync());
        var found = await TestPerson.Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Find(site.Get<LinkTokens>().TokenOf(early.LinkSeed!), default));
        Assert.Equal(ConfirmationState.Open, found!.State);
        Assert.NotEqual(token, site.Get<LinkTokens>().TokenOf(early.LinkSeed!));
    }

    [Theory]
    [InlineData(10, 1, 10)]
    [InlineData(30, 25, 30)]
    [InlineData(100, 65, 100)]
    public async Task One_network_causes_no_more_mails_than_the_limits_allow(int limit, int minutesBetweenTens, int mails)
    {
        await using var site = await TestSite.Open();
        for (var i = 0; i < limit + 10; i++)
        {
            if (i > 0 && i % 10 == 0 && i < limit)
                site.Time.Advance(TimeSpan.FromMinutes(minutesBetweenTens));
            await site.Get<SignUps>().Receive(TestSignUp.Of($"reader{i}@example.org"), default);
        }
        await site.Get<SignUps>().Receive(TestSignUp.Of("elsewhere@example.org", "198.51.100.9"), default);

        Assert.Equal(mails + 1, await site.Get<SignUpIntake>().AnswerNew(default));
        Assert.Equal("10", await site.Scalar("SELECT COUNT(*) FROM SignUps WHERE State = 'Expired'"));
    }

    [Fact]
    public async Task One_mailbox_gets_1_mail_in_10_minutes_3_an_hour_5_a_day_and_10_in_30_days()
    {
        await using var site = await TestSite.Open();
        var minutes = new List<int>();
        for (var minute = 0; minute < 30 * 24 * 60; minute += 5)
        {
            await site.Get<SignUps>().Receive(TestSignUp.Of("r.eader+news@example.org", $"block {minute}"), default);
            if (await site.Get<SignUpIntake>().AnswerNew(default) > 0)
                minutes.Add(minute);
            // The limits only look for the next mail's moment: hours in which nothing can happen are left out.
            var step = minutes.Count switch { < 5 => 5, < 10 => 55, _ => 24 * 60 };
            site.Time.Advance(TimeSpan.FromMinutes(step));
            minute += step - 5;
        }
        Assert.Equal([0, 10, 20, 60, 70], minutes.Take(5));
        Assert.Equal(10, minutes.Count);
    }

    [Fact]
    public async Task Spellings_of_one_mailbox_share_its_limits()
    {
        await using var site = await TestSite.Open();
        foreach (var address in new[] { "reader@example.org", "re.ader@example.org", "reader+a@example.org", "READER@example.org" })
            await site.Get<SignUps>().Receive(TestSignUp.Of(address), default);

        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(60, 0)]
    [InlineData(0, 1)]
    public async Task A_suppressed_address_gets_no_mail_until_the_suppression_ends(int? minutesLeft, int mails)
    {
        await using var site = await TestSite.Open();
        var request = TestSignUp.Of("reader@example.org");
        var hash = site.Get<AddressProtection>().HashOf(request.Address);
        DateTimeOffset? until = minutesLeft is { } left ? site.Time.GetUtcNow().AddMinutes(left) : null;
        await site.Get<TrialWriter>().Write(WriteLane.People, db => db.Add(Suppression.Of(hash, SuppressionReason.Complaint, until)).Context.SaveChangesAsync(), default);
        await site.Get<SignUps>().Receive(request, default);

        Assert.Equal(mails, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    [Fact]
    public async Task A_sign_up_that_cannot_be_read_holds_up_nobody()
    {
        await using var site = await TestSite.Open();
        await site.Get<SignUps>().Receive(TestSignUp.Of("reader@example.org"), default);
        await site.Get<TrialWriter>().Write(WriteLane.People, db => db.Database.ExecuteSqlRawAsync("UPDATE SignUps SET EncryptedAddress = 'spoilt'"), default);
        await site.Get<SignUps>().Receive(TestSignUp.Of("other@example.org"), default);

        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM SignUps WHERE State = 'Pending' AND TokenHash IS NULL"));
    }

    [Fact]
    public async Task Two_processes_that_answer_at_once_make_one_mail_for_each_sign_up()
    {
        await using var site = await TestSite.Open();
        await using var other = await TestSite.Open(site.DataFolder);
        for (var i = 0; i < 9; i++)
            await site.Get<SignUps>().Receive(TestSignUp.Of($"reader{i}@example.org"), default);

        var answered = await Task.WhenAll(site.Get<SignUpIntake>().AnswerNew(default), other.Get<SignUpIntake>().AnswerNew(default));

        Assert.Equal(9, answered.Sum());
        Assert.Equal("9", await site.Scalar("SELECT COUNT(DISTINCT SignUpId) FROM OutboxEmails"));
    }

    [Fact]
    public async Task Only_a_person_who_follows_something_gets_a_link_to_manage_it()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, TestSignUp.Of("reader@example.org"));
        await TestPerson.SignUp(site, TestSignUp.Of("unconfirmed@example.org"));
        site.Time.Advance(TimeSpan.FromHours(1));

        foreach (var address in new[] { "nobody@example.org", "unconfirmed@example.org", "reader@example.org" })
            await site.Get<ManageLinks>().Ask(TestSignUp.Address(address), "192.0.2.7", default);

        Assert.Equal(1, await site.Get<SignUpIntake>().AnswerNew(default));
        Assert.Equal("3 | 1", await site.Scalar("SELECT SUM(IsAnswered), SUM(TokenHash IS NOT NULL) FROM ManageLinks"));
    }

    [Fact]
    public async Task A_request_that_was_found_too_late_for_its_link_to_work_gets_none()
    {
        await using var site = await TestSite.Open();
        await TestPerson.Confirm(site, TestSignUp.Of("reader@example.org"));
        await site.Get<ManageLinks>().Ask(TestSignUp.Address("reader@example.org"), "192.0.2.7", default);
        site.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(0, await site.Get<SignUpIntake>().AnswerNew(default));
    }

    [Fact]
    public async Task A_sign_up_wakes_whoever_answers_it()
    {
        await using var site = await TestSite.Open();
        await site.Get<SignUps>().Receive(TestSignUp.Of("reader@example.org"), default);

        var woken = site.Get<AlertSignal>().WaitAtMost(Timeout.InfiniteTimeSpan, default);

        Assert.True(woken.IsCompleted);
    }
}
