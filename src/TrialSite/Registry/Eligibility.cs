namespace TrialSite.Registry;

/// <summary>Who can take part, as the registrant says it.</summary>
/// <param name="Criteria">With their lines; <see cref="RegistryCriteria"/> makes lists of them.</param>
/// <param name="MinimumAge">Null when no limit is given: that excludes nobody.</param>
/// <param name="MaximumAge">Null when no limit is given: that excludes nobody.</param>
/// <param name="SexWord">ALL, FEMALE or MALE.</param>
/// <param name="TakesHealthyVolunteers">Null when the record does not say.</param>
public sealed record Eligibility(string? Criteria, Age? MinimumAge, Age? MaximumAge, string? SexWord, bool? TakesHealthyVolunteers)
{
    public static readonly Eligibility NotGiven = new(null, null, null, null, null);
}
