namespace TrialSite.Registry;

/// <summary>One point of a list, or a paragraph between.</summary>
/// <param name="Marker">What the registrant set before the point (<c>*</c>, <c>1.</c>, <c>a)</c>); null for a paragraph.</param>
/// <param name="Text">One line; empty when only the marker stood there.</param>
/// <param name="Inner">The points and paragraphs below it.</param>
public sealed record Criterion(string? Marker, string Text, IReadOnlyList<Criterion> Inner);
