namespace TrialSite.Registry;

/// <summary>One thing that is wrong with a file of records, and where.</summary>
/// <param name="LosesRecord">False for a warning: the record is read without the one value.</param>
/// <param name="Code">TR and 3 digits; docs/registry-records.md lists each.</param>
/// <param name="Source">The file, and behind "!" the entry of a zip.</param>
/// <param name="Line">1-based line on which the record begins; 1 for all records of a list that stands on one line.</param>
/// <param name="Record">1-based number of the record in the source; 0 when the source itself is meant.</param>
/// <param name="Found">What stands there; never a contact detail.</param>
/// <param name="Expected">What should.</param>
public sealed record RegistryProblem(bool LosesRecord, string Code, string Source, long Line, long Record, string Found, string Expected)
{
    /// <summary>As a compiler prints it: <c>records.json:17: error TR013 in record 17: found ..., expected ...</c></summary>
    public override string ToString() =>
        $"{Source}:{Line}: {(LosesRecord ? "error" : "warning")} {Code}{(Record > 0 ? $" in record {Record}" : "")}: found {Found}, expected {Expected}";
}
