using System.Globalization;

namespace TrialSite.Alerts.Mails;

/// <summary>How much is in the mail, and nothing that says what about: others may see a screen.</summary>
internal static class AlertSubject
{
    public static string Of(IReadOnlyCollection<AlertItem> items)
    {
        var isNew = items.Select(item => (item.Trial.NctId, item.IsNewTrial)).Distinct().ToLookup(item => item.IsNewTrial);
        var (news, updates) = (isNew[true].Count(), isNew[false].Count());
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
