using System.Text.Json.Serialization;

namespace TrialSite.Trials;

/// <summary>One part of a page that two versions show differently, with all that is needed to tell of it years later.</summary>
/// <param name="Field">The part.</param>
/// <param name="Subject">Which one of several: a place's name, a condition, a role; null where there is only one.</param>
/// <param name="Before">In words, without markup and without contact details; null when the part was not there.</param>
/// <param name="After">As <paramref name="Before"/>; null when the part is gone.</param>
public sealed record FieldDifference(TrialField Field, string? Subject, string? Before, string? After)
{
    /// <summary>City and country of the place that the difference is about, or the countries of several.</summary>
    public string? Area { get; init; }

    /// <summary>How many places did the same thing; null unless one difference tells of several.</summary>
    public int? Places { get; init; }

    /// <summary>Stands for values of several places that are not the same.</summary>
    public const string Several = "several";

    /// <summary>What could go wrong, as it must stand beside every word on what the trial could lead to.</summary>
    public string? Risk { get; init; }

    [JsonIgnore]
    public bool IsOfLocation => Field is TrialField.Location or TrialField.LocationName or TrialField.LocationStatus or TrialField.LocationAddress or TrialField.LocationContact;

    [JsonIgnore]
    public ChangeLevel Level => Field.Level();
}
