namespace TrialSite.Alerts;

public enum SuppressionReason
{
    /// <summary>The mail server says that there is no such address.</summary>
    HardBounce,

    /// <summary>The person told their mail provider that our mail is unwanted.</summary>
    Complaint,

    /// <summary>Somebody else typed the address, its owner said.</summary>
    Disowned,
}

/// <summary>An address, by its hash, that no mail goes to for a while.</summary>
public sealed class Suppression
{
    private Suppression()
    {
    }

    public string AddressHash { get; private set; } = "";
    public SuppressionReason Reason { get; private set; }

    /// <summary>Null: no end.</summary>
    public DateTimeOffset? Until { get; private set; }

    public static Suppression Of(string addressHash, SuppressionReason reason, DateTimeOffset? until) => new() { AddressHash = addressHash, Reason = reason, Until = until };

    public void Extend(SuppressionReason reason, DateTimeOffset? until) => (Reason, Until) = (reason, until);
}
