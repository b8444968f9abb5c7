namespace TrialSite.Alerts;

public enum SignUpState
{
    /// <summary>Received; once it has a token, the confirmation mail is on its way.</summary>
    Pending,
    Confirmed,

    /// <summary>Not confirmed in time, or more than the limits allow: no mail was or will be sent.</summary>
    Expired,

    /// <summary>The address's owner said that it was somebody else.</summary>
    Disowned,
}

/// <summary>How often a person wants to hear.</summary>
public enum AlertFrequency
{
    AtOnce,
    Daily,
    Weekly,
}

/// <summary>The request from the form, the only row that a visitor writes; not yet a subscription.</summary>
public sealed class SignUp
{
    private SignUp()
    {
    }

    public int Id { get; private set; }

    /// <summary>Readable only with the keys, which are not in the database.</summary>
    public string EncryptedAddress { get; private set; } = "";

    /// <summary>Keyed, so that a stolen database cannot be searched for an address.</summary>
    public string AddressHash { get; private set; } = "";

    /// <summary><c>trial:NCT06904755</c> or <c>condition:acute-liver-failure</c>.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];
    public AlertFrequency Frequency { get; private set; }
    public string ConsentVersion { get; private set; } = "";

    /// <summary>The topic of the page that held the form.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Salted hash of the IPv4 address or the IPv6 /64, for limits only.</summary>
    public string AddressBlockHash { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public SignUpState State { get; private set; }

    /// <summary>What the link's token is derived from; null until a confirmation mail is wanted.</summary>
    public string? LinkSeed { get; private set; }
    public string? TokenHash { get; private set; }

    public static SignUp Receive(
        string encryptedAddress,
        string addressHash,
        IReadOnlyList<Topic> topics,
        AlertFrequency frequency,
        string consentVersion,
        Topic source,
        string addressBlockHash,
        DateTimeOffset receivedAt) => new()
        {
            EncryptedAddress = encryptedAddress,
            AddressHash = addressHash,
            Topics = [.. topics.Select(topic => topic.ToString())],
            Frequency = frequency,
            ConsentVersion = consentVersion,
            Source = source.ToString(),
            AddressBlockHash = addressBlockHash,
            ReceivedAt = receivedAt,
        };

    /// <summary>From now on the link in the confirmation mail finds this sign-up.</summary>
    public void AskToConfirm(string linkSeed, string tokenHash) => (LinkSeed, TokenHash) = (linkSeed, tokenHash);

    public void Confirm() => State = SignUpState.Confirmed;

    public void Expire() => State = SignUpState.Expired;

    public void Disown() => State = SignUpState.Disowned;
}
