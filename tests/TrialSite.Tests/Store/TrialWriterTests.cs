using Microsoft.EntityFrameworkCore;
using TrialSite.Store;

namespace TrialSite.Tests.Store;

public sealed class TrialWriterTests : IAsyncLifetime
{
    private readonly List<string> done = [];
    private readonly TaskCompletionSource blocker = new();
    private TestSite site = null!;
    private TrialWriter writer = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        writer = site.Get<TrialWriter>();
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task People_come_before_imports_that_wait_longer()
    {
        var running = Block();
        Task[] waiting =
        [
            Write(WriteLane.Import, "import 1"),
            Write(WriteLane.Import, "import 2"),
            Write(WriteLane.People, "person 1"),
            Write(WriteLane.People, "person 2"),
        ];
        blocker.SetResult();
        await Task.WhenAll([running, .. waiting]);

        Assert.Equal(["person 1", "person 2", "import 1", "import 2"], done);
    }

    [Fact]
    public async Task One_act_runs_at_a_time()
    {
        var running = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => writer.Write(i % 2 == 0 ? WriteLane.People : WriteLane.Import, async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return 0;
        }, default)));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_written_and_delays_nobody()
    {
        using var patience = new CancellationTokenSource();
        var running = Block();
        var impatient = Write(WriteLane.People, "impatient", patience.Token);
        var patient = Write(WriteLane.Import, "patient");

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        blocker.SetResult();
        await Task.WhenAll(running, patient);
        Assert.Equal(["patient"], done);
    }

    [Fact]
    public async Task Who_gave_up_before_asking_is_not_written()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Write(WriteLane.People, "late", new CancellationToken(canceled: true)));

        await Write(WriteLane.People, "next");
        Assert.Equal(["next"], done);
    }

    [Fact]
    public async Task Giving_up_as_the_turn_comes_loses_no_turn()
    {
        for (var i = 0; i < 200; i++)
        {
            using var patience = new CancellationTokenSource();
            var held = new TaskCompletionSource();
            var running = writer.Write(WriteLane.People, async _ => { await held.Task; return 0; }, default);
            var impatient = Write(WriteLane.People, "impatient", patience.Token);
            await Task.WhenAll(Task.Run(held.SetResult), Task.Run(patience.Cancel));
            await running;
            await Task.WhenAny(impatient);
            await Write(WriteLane.Import, "next").WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task An_act_that_fails_lets_the_next_one_in_and_its_fault_out()
    {
        var failing = writer.Write<int>(WriteLane.People, _ => throw new FormatException("our own"), default);
        var next = Write(WriteLane.People, "next");

        Assert.Equal("our own", (await Assert.ThrowsAsync<FormatException>(() => failing)).Message);
        await next;
        Assert.Equal(["next"], done);
    }

    [Fact]
    public async Task A_duplicate_is_a_fault_of_the_act_not_of_the_store() =>
        await Assert.ThrowsAsync<DbUpdateException>(() => writer.Write(WriteLane.People, db =>
        {
            db.Add(TrialSite.Trials.Condition.Named("knee pain"));
            db.Add(TrialSite.Trials.Condition.Named("Knee pain"));
            return db.SaveChangesAsync();
        }, default));

    [Fact]
    public async Task A_chunk_waits_for_nobody_but_those_who_write()
    {
        // Each would wait half a second for one who hangs.
        await Quickly.Within(TimeSpan.FromSeconds(8), async () =>
        {
            for (var i = 0; i < 20; i++)
                await writer.WriteChunk(_ => Done("chunk"), default);
        });
    }

    [Fact]
    public async Task Who_hangs_while_he_writes_does_not_stop_an_import_for_good()
    {
        await using var other = site.Beside();
        var hanging = other.Get<TrialWriter>().Write(WriteLane.People, async _ => { await blocker.Task; return 0; }, default);

        await writer.WriteChunk(_ => Done("chunk"), default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(hanging.IsCompleted);
        blocker.SetResult();
        await hanging;
    }

    [Fact]
    public async Task Who_cannot_say_that_he_waits_is_written_all_the_same()
    {
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "write.lock"));

        await Write(WriteLane.People, "person");

        Assert.Equal(["person"], done);
    }

    private Task<int> Block() => writer.Write(WriteLane.Import, async _ => { await blocker.Task; return 0; }, default);

    private Task<int> Write(WriteLane lane, string name, CancellationToken cancellationToken = default) => writer.Write(lane, _ => Done(name), cancellationToken);

    private Task<int> Done(string name)
    {
        lock (done)
            done.Add(name);
        return Task.FromResult(0);
    }
}
