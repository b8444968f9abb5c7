using TrialSite.Registry;

namespace TrialSite.Cli;

/// <summary>How many records can be read; one with nothing but a warning can.</summary>
internal sealed class RecordCount
{
    private long read;
    private long lost;

    /// <summary>Also when a file holds no record at all.</summary>
    public bool HasErrors { get; private set; }

    public long All => read + lost;

    public void Add(RegistryReading reading)
    {
        if (reading.IsRecord)
            read++;
        else if (reading.Problem is { LosesRecord: true })
            (lost, HasErrors) = (lost + (reading.Problem.Record > 0 ? 1 : 0), true);
    }

    public override string ToString() => $"{All:N0} {(All == 1 ? "record" : "records")}: {read:N0} can be read, {lost:N0} with errors.";
}
