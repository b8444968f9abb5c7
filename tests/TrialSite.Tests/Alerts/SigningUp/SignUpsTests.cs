using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class SignUpsTests
{
    [Fact]
    public async Task A_sign_up_is_stored_with_all_that_was_agreed_to_and_no_readable_address()
    {
        await using var site = await TestSite.Open();

        await site.Get<SignUps>().Receive(TestSignUp.Of("reader@example.org"), default);

        var signUp = await site.Read(db => db.SignUps.SingleAsync());
        var protection = site.Get<AddressProtection>();
        Assert.Equal("reader@example.org", protection.Decrypt(signUp.EncryptedAddress).Value);
        Assert.Equal(protection.HashOf(TestSignUp.Address("reader@example.org")), signUp.AddressHash);
        Assert.Equal(protection.HashOfAddressBlock("192.0.2.7"), signUp.AddressBlockHash);
        Assert.Equal(["trial:NCT00000001", "condition:knee-pain"], signUp.Topics);
        Assert.Equal((AlertFrequency.Weekly, "consent-1", "condition:knee-pain"), (signUp.Frequency, signUp.ConsentVersion, signUp.Source));
        Assert.Equal((SignUpState.Pending, site.Time.GetUtcNow()), (signUp.State, signUp.ReceivedAt));
        Assert.Contains("| Weekly |", await site.Scalar("SELECT * FROM SignUps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_sign_up_of_one_address_is_a_row_of_its_own()
    {
        await using var site = await TestSite.Open();

        await site.Get<SignUps>().Receive(TestSignUp.Of("reader@example.org"), default);
        await site.Get<SignUps>().Receive(TestSignUp.Of("Reader@example.org"), default);

        var hashes = await site.Read(db => db.SignUps.Select(signUp => signUp.AddressHash).ToListAsync());
        Assert.Equal(2, hashes.Count);
        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public async Task Fifty_people_at_once_are_all_heard()
    {
        await using var site = await TestSite.Open();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => site.Get<SignUps>().Receive(TestSignUp.Of($"reader{i}@example.org"), default)));

        Assert.Equal("50", await site.Scalar("SELECT COUNT(DISTINCT AddressHash) FROM SignUps"));
    }
}
