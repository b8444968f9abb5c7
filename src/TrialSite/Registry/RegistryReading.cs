using System.Diagnostics.CodeAnalysis;

namespace TrialSite.Registry;

/// <summary>A record, a problem in its place, or neither for a record that is known; a warning comes before the record that it is about.</summary>
/// <param name="SourceHash">Of the record's bytes; 0 where there are none.</param>
/// <param name="Record">What was read.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record RegistryReading(UInt128 SourceHash, RegistryRecord? Record, RegistryProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Record))]
    public bool IsRecord => Record is not null;

    [MemberNotNullWhen(true, nameof(Problem))]
    public bool IsProblem => Problem is not null;
}
