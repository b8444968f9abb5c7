namespace TrialSite.Registry;

/// <summary>What is being tested or compared.</summary>
/// <remarks>The word of the type is DRUG, DEVICE, BEHAVIORAL or another of the registry's.</remarks>
public sealed record Intervention(string? TypeWord, string? Name, string? Description, IReadOnlyList<string> OtherNames);
