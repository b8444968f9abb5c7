using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;

namespace TrialSite.Tests;

/// <summary>What a person does, from the form to the links in mails.</summary>
internal static class TestPerson
{
    /// <summary>Asks by the form and gets what the mail's link holds.</summary>
    public static async Task<string> SignUp(TestSite site, SignUpRequest request)
    {
        await site.Get<SignUps>().Receive(request, default);
        await site.Get<SignUpIntake>().AnswerNew(default);
        var signUp = await site.Read(db => db.SignUps.OrderBy(row => row.Id).LastAsync());
        return TokenOf(site, signUp.LinkSeed);
    }

    public static async Task<Subscriber> Confirm(TestSite site, SignUpRequest request)
    {
        var token = await SignUp(site, request);
        await Do<Confirmations, FoundSignUp?>(site, confirmations => confirmations.Confirm(token, default));
        var addressHash = site.Get<AddressProtection>().HashOf(request.Address);
        return await site.Read(db => db.Subscribers.SingleAsync(row => row.AddressHash == addressHash));
    }

    public static async Task<string> AskToManage(TestSite site, string address)
    {
        await site.Get<ManageLinks>().Ask(TestSignUp.Address(address), "192.0.2.7", default);
        await site.Get<SignUpIntake>().AnswerNew(default);
        var link = await site.Read(db => db.ManageLinks.OrderBy(row => row.Id).LastAsync());
        return TokenOf(site, link.LinkSeed);
    }

    public static Task<List<Subscription>> SubscriptionsOf(TestSite site, Subscriber person) =>
        site.Read(db => db.Subscriptions.Where(row => row.SubscriberId == person.Id).OrderBy(row => row.Id).ToListAsync());

    public static async Task<T> Do<TVerbs, T>(TestSite site, Func<TVerbs, Task<T>> act)
        where TVerbs : notnull
    {
        await using var scope = site.Scope();
        return await act(scope.ServiceProvider.GetRequiredService<TVerbs>());
    }

    private static string TokenOf(TestSite site, string? seed) => site.Get<LinkTokens>().TokenOf(seed ?? throw new InvalidOperationException("No mail with a link was made."));
}
