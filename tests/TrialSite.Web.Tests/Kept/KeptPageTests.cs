using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Tests.Kept;

/// <summary>How a kept page is sent: forms, tags, methods.</summary>
public sealed class KeptPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Address = "/trials/NCT06904755";

    [Theory]
    [InlineData(Address)]
    [InlineData("/")]
    [InlineData("/trials")]
    [InlineData("/conditions")]
    [InlineData("/conditions/acute-liver-failure")]
    [InlineData("/trials/NCT06904755/history")]
    [InlineData("/glossary")]
    [InlineData("/privacy")]
    public async Task A_page_is_rendered_once_for_all_who_ask(string address)
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        var counts = own.Services.GetRequiredService<PageCounts>();
        var first = await visitor.GetByteArrayAsync(address);
        foreach (var encoding in new[] { "", "br", "gzip", "" })
        {
            using var response = await Get(visitor, address, encoding);
            Assert.Equal(first, await Plain(response));
        }
        Assert.Equal((1, 4), (counts.Rendered, counts.FromMemory + counts.FromFile));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZip;q=0.5, BR;q=0.4", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*;q=0", "")]
    [InlineData("*", "br")]
    [InlineData("identity, br;q=0.5", "")]
    [InlineData("br;q=x", "")]
    [InlineData("br;q=1.5", "")]
    [InlineData("deflate", "")]
    [InlineData(",;,=", "")]
    [InlineData("", "")]
    public async Task The_form_is_the_one_that_the_visitor_can_read(string accepted, string expected)
    {
        using var visitor = site.Visitor();
        // The page as it is made, and as it is kept.
        for (var i = 0; i < 2; i++)
        {
            using var response = await Get(visitor, Address, accepted);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(expected, string.Join(", ", response.Content.Headers.ContentEncoding));
            Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
            Assert.Contains("Stem cell blood filter", Encoding.UTF8.GetString(await Plain(response)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_form_has_a_strong_tag_of_its_own_that_holds_as_long_as_the_page()
    {
        using var visitor = site.Visitor();
        var tags = new HashSet<string>();
        foreach (var encoding in new[] { "", "br", "gzip" })
        {
            using var one = await Get(visitor, Address, encoding);
            using var two = await Get(visitor, Address, encoding);
            Assert.False(one.Headers.ETag!.IsWeak);
            Assert.StartsWith("\"1-", one.Headers.ETag.Tag);
            // The Brotli may have been packed anew between the two.
            Assert.Equal(one.Content.Headers.ContentLength == two.Content.Headers.ContentLength, one.Headers.ETag.Equals(two.Headers.ETag));
            tags.Add(one.Headers.ETag.Tag);
        }
        Assert.Equal(3, tags.Count);
    }

    [Fact]
    public async Task A_page_that_is_packed_smaller_takes_another_tag_and_who_has_the_larger_form_is_told_so()
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        using var hasty = await Get(visitor, Address, "br");
        var large = await hasty.Content.ReadAsByteArrayAsync();
        var (small, tag) = (large, hasty.Headers.ETag);
        for (var i = 0; i < 100 && small.Length == large.Length; i++)
        {
            await Task.Delay(50);
            using var later = await Get(visitor, Address, "br");
            (small, tag) = (await later.Content.ReadAsByteArrayAsync(), later.Headers.ETag);
        }
        Assert.True(small.Length < large.Length);
        Assert.NotEqual(hasty.Headers.ETag, tag);
        foreach (var known in new[] { hasty.Headers.ETag, tag })
        {
            using var answer = await Ask(visitor, "br", known!.Tag);
            Assert.Equal((HttpStatusCode.NotModified, known), (answer.StatusCode, answer.Headers.ETag));
        }
        using var other = await Ask(visitor, "br", $"{tag!.Tag[..^1]}\u0001\u00e9\"");
        Assert.Equal((HttpStatusCode.OK, tag), (other.StatusCode, other.Headers.ETag));
    }

    [Fact]
    public async Task A_page_that_is_asked_for_once_is_left_as_it_is()
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        using var once = await Get(visitor, Links.Conditions, "br");
        using var hasty = await Get(visitor, Address, "br");
        var (first, large) = (await once.Content.ReadAsByteArrayAsync(), (await hasty.Content.ReadAsByteArrayAsync()).Length);
        var small = large;
        for (var i = 0; i < 100 && small == large; i++)
        {
            await Task.Delay(50);
            using var again = await Get(visitor, Address, "br");
            small = (await again.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.True(small < large);

        // It would have come first; to be asked for now comes too late for this answer.
        using var second = await Get(visitor, Links.Conditions, "br");
        Assert.Equal(first, await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Pages_that_are_asked_for_in_one_go_are_all_packed_smaller_in_time()
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        string[] addresses = [Links.Home, Links.Trials, Address, $"{Address}/history", Links.Conditions];
        var hasty = new Dictionary<string, long?>();
        foreach (var address in addresses)
            hasty[address] = await Length(address);
        var small = new HashSet<string>();
        for (var i = 0; i < 200 && small.Count < addresses.Length; i++)
        {
            await Task.Delay(50);
            foreach (var address in addresses)
            {
                if (await Length(address) < hasty[address])
                    small.Add(address);
            }
        }
        Assert.Equal(addresses.Order(), small.Order());

        async Task<long?> Length(string address)
        {
            using var response = await Get(visitor, address, "br");
            return response.Content.Headers.ContentLength;
        }
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"a,b\" , W/\"x\",W/{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("nonsense", false)]
    public async Task A_visitor_who_has_the_page_is_told_so(string ifNoneMatch, bool isKnown)
    {
        using var visitor = site.Visitor();
        using var whole = await Get(visitor, Address, "gzip");
        using var response = await Ask(visitor, "gzip", ifNoneMatch.Replace("{0}", whole.Headers.ETag!.Tag, StringComparison.Ordinal));
        Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isKnown, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
        Assert.Equal(Headers(whole), Headers(response));
    }

    [Fact]
    public async Task The_tag_of_one_form_does_not_stand_for_another()
    {
        using var visitor = site.Visitor();
        using var brotli = await Get(visitor, Address, "br");
        using var response = await Ask(visitor, "", brotli.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_asked_for_its_head_alone_is_rendered_and_kept_too()
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Address);
            using var head = await visitor.SendAsync(request);
            using var whole = await Get(visitor, Address, "");
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.Equal((await whole.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
            Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
            Assert.Equal(Headers(whole), Headers(head));
        }
        Assert.Equal(1, own.Services.GetRequiredService<PageCounts>().Rendered);
    }

    [Theory]
    [InlineData("/trials/nct06904755", HttpStatusCode.MovedPermanently)]
    [InlineData("/trials/NCT06904755/", HttpStatusCode.MovedPermanently)]
    [InlineData("/Trials/NCT06904755", HttpStatusCode.MovedPermanently)]
    [InlineData("/trials/NCT06904755?x=1", HttpStatusCode.MovedPermanently)]
    [InlineData("/trials/NCT00000000", HttpStatusCode.NotFound)]
    [InlineData("/conditions/gout", HttpStatusCode.NotFound)]
    [InlineData("/follow/manage", HttpStatusCode.OK)]
    [InlineData("/trials?q=stroke", HttpStatusCode.OK)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Nothing_but_whole_pages_for_everybody_is_kept(string address, HttpStatusCode status)
    {
        using var visitor = site.Visitor();
        using var page = await Get(visitor, Address, "");
        var counts = site.Services.GetRequiredService<PageCounts>();
        var before = (counts.Rendered, counts.FromMemory, counts.FromFile);
        for (var i = 0; i < 2; i++)
        {
            using var response = await Get(visitor, address, "br");
            Assert.Equal(status, response.StatusCode);
            Assert.Null(response.Headers.ETag);
        }
        Assert.Equal(before, (counts.Rendered, counts.FromMemory, counts.FromFile));
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/")]
    [InlineData("/trials")]
    [InlineData("/conditions")]
    [InlineData("/conditions/acute-liver-failure")]
    [InlineData("/trials/NCT06904755/history")]
    [InlineData("/glossary")]
    [InlineData("/find")]
    [InlineData("/terms")]
    [InlineData("/privacy")]
    [InlineData("/safety")]
    [InlineData("/about")]
    [InlineData("/follow/manage")]
    public async Task Two_renderings_are_the_same_to_the_byte(string address)
    {
        await using var anew = SiteBeside.ThatKeepsNothing(site);
        using var visitor = anew.Visitor();
        using var first = site.Visitor();
        var page = await visitor.GetByteArrayAsync(address);
        Assert.Equal(page, await visitor.GetByteArrayAsync(address));
        Assert.Equal(page, await first.GetByteArrayAsync(address));
        Assert.Equal(0, anew.Services.GetRequiredService<PageCounts>().FromMemory);
    }

    internal static Task<HttpResponseMessage> Get(HttpClient visitor, string address, string encoding) => Send(visitor, address, encoding, null);

    private static Task<HttpResponseMessage> Ask(HttpClient visitor, string encoding, string ifNoneMatch) => Send(visitor, Address, encoding, ifNoneMatch);

    private static async Task<HttpResponseMessage> Send(HttpClient visitor, string address, string encoding, string? ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding.Length > 0)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await visitor.SendAsync(request);
    }

    internal static async Task<byte[]> Plain(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream reading = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var plain = new MemoryStream();
        await reading.CopyToAsync(plain);
        return plain.ToArray();
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) =>
        response.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order();
}
