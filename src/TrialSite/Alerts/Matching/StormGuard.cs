using System.Globalization;

namespace TrialSite.Alerts;

/// <summary>Keeps an import that is rather a mistake than news from mailing everybody: an editor decides.</summary>
public sealed class StormGuard(AlertOptions alerts)
{
    /// <summary>Why an import is to be held; null when it may go on.</summary>
    /// <param name="changes">Of the import.</param>
    /// <param name="listed">Trials in the catalogue.</param>
    /// <param name="people">Whom it would mail, each once.</param>
    public string? ReasonToHold(int changes, int listed, int people)
    {
        var most = Math.Max(alerts.HoldAboveChanges, (long)listed * alerts.HoldAbovePercent / 100);
        if (changes > most)
            return string.Create(CultureInfo.InvariantCulture, $"{changes} changes are more than {most}");
        if (people > alerts.HoldAbovePeople)
            return string.Create(CultureInfo.InvariantCulture, $"{people} people are more than {alerts.HoldAbovePeople}");
        return null;
    }
}
