namespace TrialSite.Alerts;

public enum ConsentAct
{
    Given,
    Withdrawn,
}

/// <summary>That somebody agreed to words, or took that back. Only ever added; names no topic and no network address.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    public int Id { get; private set; }
    public string AddressHash { get; private set; } = "";
    public ConsentAct Act { get; private set; }

    /// <summary>Of the words that were agreed to.</summary>
    public string Version { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public static Consent Given(string addressHash, string version, DateTimeOffset now) => new() { AddressHash = addressHash, Act = ConsentAct.Given, Version = version, At = now };

    public static Consent Withdrawn(string addressHash, string version, DateTimeOffset now) => new() { AddressHash = addressHash, Act = ConsentAct.Withdrawn, Version = version, At = now };
}
