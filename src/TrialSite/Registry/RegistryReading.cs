using System.Diagnostics.CodeAnalysis;

namespace TrialSite.Registry;

/// <summary>A record, or a problem in its place; a warning comes before the record that it is about.</summary>
/// <param name="ResumeAt">How many records are done with: given to the reader, it goes on behind this reading.</param>
/// <param name="Record">Null when there is a problem.</param>
/// <param name="Problem">Null when there is a record.</param>
public sealed record RegistryReading(long ResumeAt, RegistryRecord? Record, RegistryProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Record))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsRecord => Record is not null;
}
