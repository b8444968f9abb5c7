namespace TrialSite.Registry;

/// <summary>One thing that is wrong with a file of records, and where.</summary>
/// <param name="LosesRecord">False for a warning: the record is read without the one value.</param>
/// <param name="Code">TR and 3 digits; docs/registry-records.md lists each.</param>
/// <param name="Source">The file, and behind "!" the entry of a zip.</param>
/// <param name="Line">1-based line on which the record begins; 1 for all records of a list that stands on one line.</param>
/// <param name="Column">1-based byte of that line at which it begins.</param>
/// <param name="Record">1-based number of the record in the source; 0 when the source itself is meant.</param>
/// <param name="Found">What stands there; never a contact detail.</param>
/// <param name="Expected">What should.</param>
public sealed record RegistryProblem(bool LosesRecord, string Code, string Source, long Line, long Column, long Record, string Found, string Expected)
{
    /// <summary>Names the record: 500 of them may stand on one line.</summary>
    public string Message => $"{(Record > 0 ? $"record {Record}: " : "")}found {Found}, expected {Expected}";
}
