namespace TrialSite.Alerts;

/// <summary>That somebody asked for the link to the page where a person manages what to get. Written alike for known and unknown addresses.</summary>
public sealed class ManageLink
{
    private ManageLink()
    {
    }

    public int Id { get; private set; }
    public string AddressHash { get; private set; } = "";
    public string AddressBlockHash { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Whether it was looked at: a mail is on its way, or there is nobody to write to.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>What the link's token is derived from; null while no mail is wanted.</summary>
    public string? LinkSeed { get; private set; }
    public string? TokenHash { get; private set; }

    public static ManageLink Ask(string addressHash, string addressBlockHash, DateTimeOffset now) =>
        new() { AddressHash = addressHash, AddressBlockHash = addressBlockHash, AskedAt = now };

    public void Send(string linkSeed, string tokenHash) => (IsAnswered, LinkSeed, TokenHash) = (true, linkSeed, tokenHash);

    public void Ignore() => IsAnswered = true;
}
