using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;

namespace TrialSite.Web.Tests.Feeds;

/// <summary>The user's seed, and a record that stopped; the record's words are ours.</summary>
public sealed class FeedSite : SiteFixture, IAsyncLifetime
{
    private const string Recruiting = """
        {"protocolSection":{"identificationModule":{"nctId":"NCT09000001","briefTitle":"Walking \u000b for tired \ud83d\udeb6 livers"},"statusModule":{"overallStatus":"RECRUITING"},
        "conditionsModule":{"conditions":["Acute Liver Failure"]},"contactsLocationsModule":{"centralContacts":[{"name":"Ann Example","role":"CONTACT","phone":"555-010-0199","email":"ann@example.org"}],
        "locations":[{"facility":"Harbour clinic","status":"RECRUITING","city":"Bergen","country":"Norway","geoPoint":{"lat":60.39,"lon":5.32}}]}},"hasResults":false}
        """;

    public async Task InitializeAsync()
    {
        using var visitor = Visitor();
        using var ready = await visitor.GetAsync("/");
        await Import(Recruiting);
        Time.Advance(TimeSpan.FromMinutes(5));
        await Import(Recruiting.Replace("\"overallStatus\":\"RECRUITING\"", "\"overallStatus\":\"TERMINATED\",\"whyStopped\":\"No money, write to ann@example.org\"", StringComparison.Ordinal));
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private Task<RegistryImportReport> Import(string study)
    {
        var bytes = Encoding.UTF8.GetBytes(study.ReplaceLineEndings(""));
        return Services.GetRequiredService<RegistryImporter>().Import(isKnown => RegistryReader.Read(new MemoryStream(bytes), "records", isKnown), new RegistryImportRequest(), _ => { }, null, default);
    }
}
