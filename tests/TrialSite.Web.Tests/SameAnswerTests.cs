using System.Diagnostics;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Store.Sqlite;

namespace TrialSite.Web.Tests;

/// <summary>Nobody can find out by asking who gets updates: the answer and the work for it are the same for every address.</summary>
public sealed class SameAnswerTests(SameAnswerTests.ToldFixture site) : IClassFixture<SameAnswerTests.ToldFixture>
{
    [Theory]
    [InlineData("/follow", "SELECT, INSERT")]
    [InlineData("/follow/manage", "INSERT")]
    public async Task A_new_a_pending_a_confirmed_a_suppressed_and_an_erased_address_get_the_same_answer(string form, string statements)
    {
        var answers = new List<string>();
        foreach (var address in new[] { site.NewAddress(), await Pending(), await Confirmed(), await Suppressed(), await Erased() })
            answers.Add(await Answer(form, address));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.StartsWith("303 ", answers[0]);
        Assert.EndsWith($" statements: {statements}", answers[0]);
    }

    private async Task<string> Pending()
    {
        var address = site.NewAddress();
        await site.SignUp(address);
        return address;
    }

    private async Task<string> Confirmed()
    {
        var address = site.NewAddress();
        await site.Confirmed(address);
        return address;
    }

    private async Task<string> Suppressed()
    {
        var address = site.NewAddress();
        var hash = site.Services.GetRequiredService<AddressProtection>().HashOf(PeopleFixture.Parsed(address));
        await site.Services.GetRequiredService<TrialWriter>().Write(WriteLane.People, db => db.Add(Suppression.Of(hash, SuppressionReason.Complaint, null)).Context.SaveChangesAsync(), CancellationToken.None);
        return address;
    }

    private async Task<string> Erased()
    {
        var address = await Confirmed();
        await site.Services.GetRequiredService<People>().Erase(PeopleFixture.Parsed(address), CancellationToken.None);
        return address;
    }

    /// <summary>Status, headers and body, and which statements the database was given.</summary>
    private async Task<string> Answer(string form, string address)
    {
        var page = await site.Page("/trials/NCT06904755");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var fields = page.QuerySelectorAll("form.form input").Cast<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Select(input => (input.Name!, input.Name == "email" ? address : input.Value));
        using var statements = new StatementLog();
        site.Server.PreserveExecutionContext = true;
        using var response = await site.Post(form, [.. fields, ("consent", "yes")]);
        var body = await response.Content.ReadAsStringAsync();
        return $"{(int)response.StatusCode} {response.Headers}{response.Content.Headers}{body} statements: {string.Join(", ", statements.Kinds)}";
    }

    /// <summary>A context from the pool that nobody listened to in its last second would otherwise say nothing for the rest of it.</summary>
    public sealed class ToldFixture : PeopleFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteTrialDbContext>(options => options.ConfigureLoggingCacheTime(TimeSpan.Zero)));
        }
    }

    /// <summary>What Entity Framework Core sends in the flow of one request; other tests run beside it.</summary>
    private sealed class StatementLog : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly AsyncLocal<StatementLog?> Current = new();
        private readonly List<IDisposable> subscriptions = [];
        private readonly List<string> kinds = [];

        public StatementLog()
        {
            Current.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IEnumerable<string> Kinds => kinds;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value == this && value.Value is Microsoft.EntityFrameworkCore.Diagnostics.CommandExecutedEventData executed)
                kinds.Add(executed.Command.CommandText.Split(' ', '\n')[0]);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            Current.Value = null;
            subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }
}
