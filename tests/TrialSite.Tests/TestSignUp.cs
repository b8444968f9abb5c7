using TrialSite.Alerts;

namespace TrialSite.Tests;

internal static class TestSignUp
{
    public static SignUpRequest Of(string address, string addressBlock = "192.0.2.7") => new(
        Address(address),
        [Topic.Of(TestSeed.NctIdOf(TestSeed.Number(1))), Topic.OfConditionNamed("knee pain")],
        AlertFrequency.Weekly,
        "consent-1",
        Topic.OfConditionNamed("knee pain"),
        addressBlock);

    public static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("no email address", nameof(text));
}
