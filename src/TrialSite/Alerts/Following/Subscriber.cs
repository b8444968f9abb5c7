namespace TrialSite.Alerts;

public enum SubscriberState
{
    Active,

    /// <summary>What becomes due waits until the person goes on.</summary>
    Paused,

    /// <summary>Gets nothing any more; erased after a while.</summary>
    Stopped,
}

/// <summary>A person who confirmed an address.</summary>
public sealed class Subscriber
{
    private Subscriber()
    {
    }

    public int Id { get; private set; }
    public string EncryptedAddress { get; private set; } = "";
    public string AddressHash { get; private set; } = "";

    /// <summary>Of the mails, as a BCP 47 tag.</summary>
    public string Language { get; private set; } = "en";
    public SubscriberState State { get; private set; }
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>Since when there is no active subscription; null while there is one.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public static Subscriber Confirmed(string encryptedAddress, string addressHash, DateTimeOffset now) =>
        new() { EncryptedAddress = encryptedAddress, AddressHash = addressHash, ConfirmedAt = now };

    public void Pause() => State = State == SubscriberState.Active ? SubscriberState.Paused : State;

    public void Resume() => State = State == SubscriberState.Paused ? SubscriberState.Active : State;

    public void Stop(DateTimeOffset now) => (State, StoppedAt) = (SubscriberState.Stopped, StoppedAt ?? now);

    public void StartAgain() => (State, StoppedAt) = (State == SubscriberState.Stopped ? SubscriberState.Active : State, null);
}
