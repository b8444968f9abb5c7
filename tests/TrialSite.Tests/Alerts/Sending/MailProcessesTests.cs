using System.Globalization;
using Xunit.Abstractions;

namespace TrialSite.Tests.Alerts;

/// <summary>Real programs on one outbox: side by side, and killed at any moment.</summary>
public sealed class MailProcessesTests(ITestOutputHelper told) : IAsyncLifetime
{
    private readonly RecordingMailServer server = RecordingMailServer.Start();
    private TestSite site = null!;

    private IReadOnlyList<(string Name, string Value)> Settings => SmtpSettings.Of(server, ("Mail:LeaseSeconds", "1"), ("Mail:UncertainMinutes", "0"));

    public async Task InitializeAsync() => site = await TestSite.Open(SmtpSettings.Of(server));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>TRIALSITE_OUTBOX_ROWS=20000 for the full number.</summary>
    [Fact]
    public async Task Four_programs_at_once_send_each_mail_once()
    {
        var rows = Number("TRIALSITE_OUTBOX_ROWS", 400);
        await TestOutbox.Fill(site, rows);

        var ends = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => MailProgram.Run(site, SmtpSettings.Of(server), "send")));

        told.WriteLine(string.Join('\n', ends));
        Assert.All(ends, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.Equal(rows, server.Mails.Count);
        Assert.Equal(rows, server.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal($"{rows} | 1", await site.Scalar("SELECT SUM(State = 'Sent') || ' | ' || MAX(Fence) FROM OutboxEmails"));
    }

    /// <summary>TRIALSITE_KILL_POINTS=40 and TRIALSITE_KILL_RUNS=10 for the full number; TRIALSITE_KILL_SEED repeats a run.</summary>
    [Fact]
    public async Task A_program_killed_at_any_moment_loses_no_mail_and_repeats_only_what_may_have_been_lost()
    {
        var (points, runs, seed) = (Number("TRIALSITE_KILL_POINTS", 5), Number("TRIALSITE_KILL_RUNS", 1), Number("TRIALSITE_KILL_SEED", Environment.TickCount));
        for (var run = 0; run < runs; run++)
        {
            await using var killed = await TestSite.Open(SmtpSettings.Of(server));
            server.Mails.Clear();
            var random = new Random(seed + run);
            await TestOutbox.Fill(killed, points * 10);
            for (var point = 0; point < points; point++)
                await SendAndKill(killed, random);
            server.Answer = (_, _) => null;
            await SendTheRest(killed);
            await AssertNothingLost(killed, points, $"seed {seed + run}");
        }
    }

    /// <summary>Four steps of the protocol for each mail; a few milliseconds more hit the program's own work.</summary>
    private async Task SendAndKill(TestSite killed, Random random)
    {
        var steps = random.Next(1, 40);
        var delay = TimeSpan.FromMilliseconds(random.NextDouble() < 0.5 ? 0 : random.NextDouble() * 5);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer = (_, _) =>
        {
            if (Interlocked.Decrement(ref steps) == 0)
                reached.SetResult();
            return null;
        };
        using var program = MailProgram.Start(killed, Settings, "send");
        await Task.WhenAny(reached.Task, program.Ended);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        await program.Kill();
    }

    private async Task SendTheRest(TestSite killed)
    {
        for (var i = 0; i < 20 && await killed.Scalar("SELECT COUNT(*) FROM OutboxEmails WHERE State IN ('Waiting', 'Claimed')") != "0"; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.1));
            var end = await MailProgram.Run(killed, Settings, "send");
            Assert.Equal((0, ""), (end.ExitCode, end.Error));
        }
    }

    private async Task AssertNothingLost(TestSite killed, int points, string run)
    {
        var byPerson = server.Mails.GroupBy(mail => mail.Recipient).ToDictionary(person => person.Key, person => person.ToList());
        var repeated = byPerson.Where(person => person.Value.Count > 1).ToList();
        told.WriteLine($"{run}: {points} kills, {byPerson.Count} people, {repeated.Count} got a copy twice, none got none.");
        Assert.Equal(points * 10, byPerson.Count);
        Assert.Equal($"{points * 10}", await killed.Scalar("SELECT COUNT(*) FROM OutboxEmails mail JOIN Deliveries delivery ON delivery.OutboxEmailId = mail.Id WHERE mail.State = 'Sent' AND delivery.SentAt IS NOT NULL"));
        Assert.True(repeated.Count <= points, run);
        foreach (var (recipient, mails) in repeated)
        {
            Assert.All(mails, mail => Assert.Equal(mails[0].Bytes, mail.Bytes));
            var id = recipient["person".Length..recipient.IndexOf('@', StringComparison.Ordinal)];
            // Only recovery after "send started" counts one: before it a mail is free again without.
            Assert.NotEqual("0", await killed.Scalar($"SELECT Attempts FROM OutboxEmails WHERE SubscriberId = {id}"));
        }
    }

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
