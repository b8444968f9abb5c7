using System.Runtime.ExceptionServices;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Does each of several things although another cannot be done: one bad row must not keep the rest for ever.</summary>
/// <remarks>A store that is unavailable is so for all of them: that, and the end of the program, is told at once.</remarks>
internal sealed class EachByItself(CancellationToken cancellationToken)
{
    private Exception? first;

    public async Task<int> Try(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (IsOfOne(fault))
        {
            first ??= fault;
            return 0;
        }
    }

    /// <summary>All at once, or each alone when that cannot be done.</summary>
    public async Task<int> TryTogether(IReadOnlyList<int> ids, Func<IReadOnlyCollection<int>, Task<int>> act)
    {
        try
        {
            return await act(ids);
        }
        catch (Exception fault) when (IsOfOne(fault))
        {
            var done = 0;
            foreach (var id in ids)
                done += await Try(() => act([id]));
            return done;
        }
    }

    /// <summary>Throws the first fault again, once all else is done.</summary>
    public void TellFault()
    {
        if (first is not null)
            ExceptionDispatchInfo.Throw(first);
    }

    private bool IsOfOne(Exception fault) => fault is not StoreUnavailableException && !cancellationToken.IsCancellationRequested;
}
