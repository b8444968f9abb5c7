namespace TrialSite.Store;

public enum WriteLane
{
    /// <summary>A visitor waits for it: always next.</summary>
    People,

    /// <summary>A chunk of a reseed or an import.</summary>
    Import,
}

/// <summary>The one writer of this process. People come first, so that a sign-up never waits for more than one chunk of an import.</summary>
/// <param name="openContext">Opens the store for writing.</param>
/// <param name="isUnavailable">Whether a fault is the store's.</param>
/// <param name="waiting">In all processes.</param>
public sealed class TrialWriter(Func<TrialDbContext> openContext, Func<Exception, bool> isUnavailable, WaitingWriters waiting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<WriteLane, LinkedList<TaskCompletionSource>> lanes = new() { [WriteLane.People] = [], [WriteLane.Import] = [] };
    private bool isBusy;

    /// <exception cref="StoreUnavailableException">The act was not done.</exception>
    public async Task<T> Write<T>(WriteLane lane, Func<TrialDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        using var announced = await waiting.Announce(cancellationToken);
        await Enter(lane, cancellationToken);
        try
        {
            await using var db = openContext();
            // SQLite's asynchronous calls block their thread.
            return await Task.Run(() => act(db), cancellationToken);
        }
        catch (Exception fault) when (isUnavailable(fault))
        {
            throw new StoreUnavailableException(fault);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>One of many chunks: whoever else wants to write goes first, also in another process, if he is done within half a second.</summary>
    /// <exception cref="StoreUnavailableException">The act was not done.</exception>
    public async Task<T> WriteChunk<T>(Func<TrialDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        await waiting.LetBy(cancellationToken);
        return await Write(WriteLane.Import, act, cancellationToken);
    }

    private async Task Enter(WriteLane lane, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (gate)
        {
            if (!isBusy)
            {
                isBusy = true;
                return;
            }
            turn = lanes[lane].AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        await using var _ = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        await turn.Value.Task;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> turn, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (turn.List is null)
                return;
            turn.List.Remove(turn);
        }
        turn.Value.SetCanceled(cancellationToken);
    }

    private void Leave()
    {
        TaskCompletionSource next;
        lock (gate)
        {
            var lane = lanes[WriteLane.People].Count > 0 ? lanes[WriteLane.People] : lanes[WriteLane.Import];
            if (lane.First is not { } first)
            {
                isBusy = false;
                return;
            }
            lane.RemoveFirst();
            next = first.Value;
        }
        next.SetResult();
    }
}
