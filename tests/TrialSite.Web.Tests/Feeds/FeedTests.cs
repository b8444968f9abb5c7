using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;

namespace TrialSite.Web.Tests.Feeds;

/// <summary>The Atom feeds, of the user's seed and of a record that changed once.</summary>
public sealed class FeedTests(FeedSite site) : IClassFixture<FeedSite>
{
    private const string SiteBase = "http://localhost:5080";

    public static TheoryData<string> Addresses =>
    [
        "/feeds/trials.atom", "/feeds/trials/NCT06904755.atom", "/feeds/trials/NCT09000001.atom", "/feeds/conditions/acute-liver-failure.atom", "/feeds/search.atom", "/feeds/search.atom?q=liver",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_feed_is_Atom_that_leads_to_itself_and_to_its_page(string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        var feed = await Read(response);

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(SiteBase + address, Assert.Single(feed.Links, link => link.RelationshipType == "self").Uri.ToString());
        using var page = await visitor.GetAsync(Assert.Single(feed.Links, link => link.RelationshipType == "alternate").Uri.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotEmpty(feed.Items);
        Assert.Equal(feed.Items.Max(item => item.LastUpdatedTime), feed.LastUpdatedTime);
        Assert.Equal(feed.Items.Select(item => item.Id).Distinct().Count(), feed.Items.Count());
        Assert.All(feed.Items, item => Assert.StartsWith("tag:localhost,2026:/trials/NCT", item.Id, StringComparison.Ordinal));
        Assert.All(feed.Items, item => Assert.Equal("text", item.Content.Type));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Who_has_a_feed_already_is_not_sent_it_again(string address)
    {
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync(address);

        using var byTag = await Ask(visitor, address, headers => headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byDay = await Ask(visitor, address, headers => headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var other = await Ask(visitor, address, headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal([HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK], new[] { byTag, byDay, other }.Select(response => response.StatusCode));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await other.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_feed_tells_no_benefit_and_no_contact(string address)
    {
        using var visitor = site.Visitor();
        var text = await visitor.GetStringAsync(address);

        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("•", text, StringComparison.Ordinal);
        Assert.DoesNotContain("could lead to", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Ann Example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_in_a_record_stands_in_its_feed_in_our_sentences()
    {
        using var visitor = site.Visitor();
        var feed = await Read(await visitor.GetAsync("/feeds/trials/NCT09000001.atom"));

        var newest = feed.Items.First();
        Assert.Equal("2 changes", newest.Title.Text);
        Assert.Equal("This trial stopped early.\nThe registrant says in their own words why this trial stopped.", ((TextSyndicationContent)newest.Content).Text.ReplaceLineEndings("\n"));
        Assert.Equal($"{SiteBase}/trials/NCT09000001/history", newest.Links.Single().Uri.ToString());
        Assert.Equal(site.Time.GetUtcNow(), newest.LastUpdatedTime);
    }

    [Theory]
    [InlineData("/feeds/trials/nct09000001.atom", "/feeds/trials/NCT09000001.atom")]
    [InlineData("/feeds/search.atom?q=liver&page=2", "/feeds/search.atom?q=liver")]
    [InlineData("/feeds/search.atom?q=+liver+", "/feeds/search.atom?q=liver")]
    public async Task A_feed_has_one_address(string address, string canonical)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);

        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/feeds/trials/NCT00000000.atom")]
    [InlineData("/feeds/trials/none.atom")]
    [InlineData("/feeds/conditions/no-such-thing.atom")]
    public async Task What_does_not_exist_has_no_feed(string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Where_a_person_is_stays_in_no_cache()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/feeds/search.atom?near=Bergen");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/", "/feeds/trials.atom")]
    [InlineData("/trials?q=liver", "/feeds/search.atom?q=liver")]
    [InlineData("/trials/NCT06904755", "/feeds/trials/NCT06904755.atom")]
    [InlineData("/trials/NCT06904755/history", "/feeds/trials/NCT06904755.atom")]
    [InlineData("/conditions/acute-liver-failure", "/feeds/conditions/acute-liver-failure.atom")]
    public async Task A_page_names_its_feed(string address, string feed)
    {
        var page = await site.Page(address);

        var link = Assert.Single(page.QuerySelectorAll("head link[rel=alternate][type='application/atom+xml']"));
        Assert.Equal(feed, link.GetAttribute("href"));
        Assert.NotEmpty(link.GetAttribute("title")!);
    }

    private static Task<HttpResponseMessage> Ask(HttpClient visitor, string address, Action<HttpRequestHeaders> set)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        set(request.Headers);
        return visitor.SendAsync(request);
    }

    private static async Task<SyndicationFeed> Read(HttpResponseMessage response)
    {
        using var reader = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        var formatter = new Atom10FeedFormatter();
        formatter.ReadFrom(reader);
        return formatter.Feed;
    }
}
