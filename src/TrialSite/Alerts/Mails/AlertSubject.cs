using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>How much is in the mail, and nothing that says what about: others may see a screen.</summary>
internal static class AlertSubject
{
    public static string Of(IReadOnlyCollection<AlertItem> items)
    {
        var isOfCondition = items.Select(item => (item.Trial.NctId, IsOfCondition: item.ConditionName is not null)).Distinct().ToLookup(item => item.IsOfCondition);
        var (news, updates) = (isOfCondition[true].Count(), isOfCondition[false].Count());
        return (updates, news) switch
        {
            (_, 0) => Updates(updates),
            (0, _) => News(news),
            _ => $"{Updates(updates)}, {News(news)}",
        };
    }

    private static string Updates(int count) => count == 1 ? "1 update to a trial you follow" : string.Create(CultureInfo.InvariantCulture, $"{count} updates to trials you follow");

    private static string News(int count) => count == 1 ? "1 new trial for a condition you follow" : string.Create(CultureInfo.InvariantCulture, $"{count} new trials for conditions you follow");
}
