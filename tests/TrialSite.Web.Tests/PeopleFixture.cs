using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Tests;

namespace TrialSite.Web.Tests;

/// <summary>A site with people who sign up, confirm and manage; nothing happens in the background, so that a test sees what a request did.</summary>
public class PeopleFixture : SiteFixture
{
    private int people;

    /// <summary>An address that nobody had before.</summary>
    public string NewAddress() => string.Create(CultureInfo.InvariantCulture, $"reader{Interlocked.Increment(ref people):0000}@example.org");

    /// <summary>Asks by the form, and gets what the link in the mail holds.</summary>
    public async Task<string> SignUp(string address, AlertFrequency frequency = AlertFrequency.AtOnce)
    {
        Topic[] topics = [Topic.TryParse("trial:NCT06904755", out var trial) ? trial : throw new InvalidOperationException("no topic"), Topic.OfConditionNamed("acute liver failure")];
        await Services.GetRequiredService<SignUps>().Receive(new(Parsed(address), topics, frequency, "consent-1", topics[0], address), CancellationToken.None);
        await Answer();
        return TokenOf((await Read(db => db.SignUps.OrderBy(row => row.Id).LastAsync())).LinkSeed);
    }

    /// <summary>And presses the button.</summary>
    public async Task<IReadOnlyList<Subscription>> Confirmed(string address)
    {
        using var response = await Post(Links.Confirm(await SignUp(address)));
        var hash = Services.GetRequiredService<AddressProtection>().HashOf(Parsed(address));
        return await Read(db => db.Subscriptions.Where(row => db.Subscribers.Any(person => person.Id == row.SubscriberId && person.AddressHash == hash)).OrderBy(row => row.Id).ToListAsync());
    }

    public async Task<string> AskToManage(string address)
    {
        Time.Advance(TimeSpan.FromMinutes(11));
        using var response = await Post(Links.Manage, ("email", address));
        await Answer();
        return TokenOf((await Read(db => db.ManageLinks.OrderBy(row => row.Id).LastAsync())).LinkSeed);
    }

    public string StopToken(Subscription subscription) => Services.GetRequiredService<LinkTokens>().StopTokenOf(subscription.StopTarget);

    public Task Answer() => Services.GetRequiredService<SignUpIntake>().AnswerNew(CancellationToken.None);

    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        using var visitor = Visitor();
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await visitor.PostAsync(address, form);
    }

    public async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }

    public Task<string> Dump() => StoreFile.Dump(Path.Combine(DataFolder, "trialsite.db"));

    public static EmailAddress Parsed(string address) => EmailAddress.TryParse(address, out var parsed) ? parsed : throw new ArgumentException("no email address", nameof(address));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:SendInBackground", "false");
    }

    private string TokenOf(string? seed) => Services.GetRequiredService<LinkTokens>().TokenOf(seed ?? throw new InvalidOperationException("No mail with a link was made."));
}
