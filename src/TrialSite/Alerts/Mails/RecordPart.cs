using System.Globalization;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>What a mail takes from a trial's record: never a contact, and no date of a confirmation, which changes without a new version.</summary>
internal static class RecordPart
{
    private const int MostCountries = 5;

    /// <summary>The names of what is tested or compared; null when the record has none.</summary>
    public static string? Tested(RegistryRecord? record) =>
        record?.Interventions.Select(tested => tested.Name).OfType<string>().ToList() is { Count: > 0 } names ? string.Join("; ", names) : null;

    public static MailWriter Write(MailWriter writer, RegistryRecord record)
    {
        if (RecruitmentStatus.TryParse(record.StatusWord, out var status))
            writer.Detail("Status in its record", status.Adjective);
        if (record.Locations is not [])
            writer.Detail("Where", WhereItRuns(record));
        return writer;
    }

    private static string WhereItRuns(RegistryRecord record)
    {
        var countries = record.Locations.Select(place => place.Country).OfType<string>().GroupBy(country => country).OrderByDescending(country => country.Count()).Select(country => country.Key).ToList();
        var places = record.Locations.Count == 1 ? "1 place" : string.Create(CultureInfo.InvariantCulture, $"{record.Locations.Count} places");
        return countries.Count switch
        {
            0 => places,
            <= MostCountries => $"{places}: {string.Join(", ", countries)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{places} in {countries.Count} countries: {string.Join(", ", countries.Take(MostCountries))} and more"),
        };
    }
}
