using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>All that a trial's page says otherwise on another day, apart from the day on the printed sheet: while it is equal, the page is as good as new.</summary>
internal sealed record DayWords(bool IsStatusOld, bool IsAlreadyUnknown, string? ConfirmedAgo, bool ArePlacesOld, int OldRelated)
{
    /// <summary>A page is made anew at least so often: other trials may be nearer to it by now, and the printed sheet names a day.</summary>
    private const int MostDays = 30;

    /// <summary>The first day after today on which the page would say something else.</summary>
    public static DateOnly ValidUntil(Trial trial, IReadOnlyList<SearchHit> related, DateOnly today)
    {
        var words = On(today, trial, related);
        var day = today.AddDays(1);
        while (day < today.AddDays(MostDays) && On(day, trial, related) == words)
            day = day.AddDays(1);
        return day;
    }

    private static DayWords On(DateOnly day, Trial trial, IReadOnlyList<SearchHit> related)
    {
        var record = trial.LastLayers.Registry;
        var freshness = record is null ? null : Freshness.Of(record, day);
        return new(
            freshness is { IsOld: true },
            freshness?.UnknownFrom <= day,
            freshness?.Confirmed is { } confirmed ? Freshness.Ago(confirmed, day) : null,
            Places.AreOldOn(day, trial),
            related.Count(hit => hit.IsStatusOld(day)));
    }
}
