using System.Text.Json.Serialization;

namespace TrialSite.Trials;

/// <summary>A place where the trial runs.</summary>
public sealed record Location(
    string Name,
    string? StatusWord,
    string? City,
    string? State,
    string? PostalCode,
    string? Country,
    IReadOnlyList<Contact> Contacts)
{
    /// <summary>The status of this place alone; the trial's own status may differ.</summary>
    [JsonIgnore]
    public RecruitmentStatus? Status => RecruitmentStatus.TryParse(StatusWord, out var status) ? status : null;

    /// <summary>The address as one line, read from the left: city, state, postal code, country.</summary>
    [JsonIgnore]
    public string? Address => new[] { City, State, PostalCode, Country }.Where(part => part is not null).ToArray() is { Length: > 0 } parts
        ? string.Join(", ", parts)
        : null;

    /// <summary>The city, or else the state, and the country, as a sentence names a place.</summary>
    [JsonIgnore]
    public string? Area => (City ?? State, Country) switch
    {
        (null, var country) => country,
        (var city, null) => city,
        var (city, country) => city.Equals(country, StringComparison.OrdinalIgnoreCase) ? country : $"{city}, {country}",
    };
}
