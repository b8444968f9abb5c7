namespace TrialSite.Trials;

/// <summary>One part of a page that two versions show differently.</summary>
/// <param name="Field">The part, for example <c>summary</c> or <c>location</c>.</param>
/// <param name="Subject">Which one of several: a place's name, a condition; null where there is only one.</param>
/// <param name="Before">Null when the part was not there.</param>
/// <param name="After">Null when the part is gone.</param>
public sealed record FieldDifference(string Field, string? Subject, string? Before, string? After);
