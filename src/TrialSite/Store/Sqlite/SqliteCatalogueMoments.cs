using System.Collections.Concurrent;
using System.Diagnostics;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>Asks on connections that stay open, with statements that stay prepared.</summary>
internal sealed class SqliteCatalogueMoments(SiteOptions site) : ICatalogueMoments, IDisposable
{
    private static readonly TimeSpan LongestLately = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentBag<SqliteMomentReader> idle = [];
    private volatile CatalogueMoment? last;
    private volatile Look? lastLook;
    private volatile bool isDisposed;

    public CatalogueMoment Now()
    {
        var reader = Take();
        var moment = Known(reader.Numbers()) ?? reader.AtOneMoment(Read);
        GiveBack(reader);
        return moment;
    }

    public CatalogueMoment Lately()
    {
        if (lastLook is { } look && Stopwatch.GetElapsedTime(look.BegunAt) < LongestLately)
            return look.Moment;
        var begunAt = Stopwatch.GetTimestamp();
        var moment = Now();
        lastLook = new(moment, begunAt);
        return moment;
    }

    public IReadOnlyList<KnownSeed> Seeds() => AtOneMoment(reader => reader.Seeds());

    public bool HasUnfinished() => AtOneMoment(reader => reader.HasUnfinished());

    public (CatalogueMoment Moment, UInt128 Shown) Shown(IReadOnlyList<NctId> trials) =>
        AtOneMoment(reader => Read(reader) is var moment ? (moment, reader.Shown(trials, moment.Generation)) : default);

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    private T AtOneMoment<T>(Func<SqliteMomentReader, T> ask)
    {
        var reader = Take();
        var answer = reader.AtOneMoment(ask);
        GiveBack(reader);
        return answer;
    }

    private CatalogueMoment Read(SqliteMomentReader reader)
    {
        var numbers = reader.Numbers();
        return Known(numbers) ?? (last = new(numbers.Generation, numbers.SearchRevision, reader.Mark(numbers.Generation, numbers.SearchRevision)));
    }

    private CatalogueMoment? Known((long Generation, long SearchRevision) numbers) =>
        last is { } known && known.Generation == numbers.Generation && known.SearchRevision == numbers.SearchRevision ? known : null;

    private SqliteMomentReader Take() => idle.TryTake(out var kept) ? kept : new SqliteMomentReader(site.DatabaseFile);

    /// <summary>One that failed is not given back: it closes itself.</summary>
    private void GiveBack(SqliteMomentReader reader)
    {
        idle.Add(reader);
        if (isDisposed)
            Dispose();
    }

    /// <summary>In the computer's own time: a clock that stands still would keep it for ever.</summary>
    private sealed record Look(CatalogueMoment Moment, long BegunAt);
}
