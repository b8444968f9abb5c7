using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>What a visitor asked for, already checked.</summary>
public sealed record SignUpRequest(
    EmailAddress Address,
    IReadOnlyList<Topic> Topics,
    AlertFrequency Frequency,
    string ConsentVersion,
    Topic Source,
    string AddressBlock);

/// <summary>Takes sign-ups from the form: one row, whoever it is. What follows from it is decided out of the visitor's sight.</summary>
public sealed class SignUps(TrialWriter writer, AddressProtection protection, AlertSignal signal, TimeProvider time)
{
    public async Task Receive(SignUpRequest request, CancellationToken cancellationToken)
    {
        var signUp = SignUp.Receive(
            protection.Encrypt(request.Address),
            protection.HashOf(request.Address),
            request.Topics,
            request.Frequency,
            request.ConsentVersion,
            request.Source,
            protection.HashOfAddressBlock(request.AddressBlock),
            time.GetUtcNow());
        await writer.Write(WriteLane.People, db => db.Add(signUp).Context.SaveChangesAsync(cancellationToken), cancellationToken);
        signal.Wake();
    }
}
