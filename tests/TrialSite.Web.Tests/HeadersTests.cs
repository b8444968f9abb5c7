using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Web.Tests;

public sealed class HeadersTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Required =
    [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Embedder-Policy",
        "Cross-Origin-Resource-Policy",
        "Permissions-Policy",
        "Cache-Control",
    ];

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/trials/NCT06904755", HttpStatusCode.OK)]
    [InlineData("GET", "/trials", HttpStatusCode.OK)]
    [InlineData("GET", "/conditions", HttpStatusCode.OK)]
    [InlineData("GET", "/conditions/acute-liver-failure", HttpStatusCode.OK)]
    [InlineData("GET", "/follow/check-your-email", HttpStatusCode.OK)]
    [InlineData("GET", "/terms", HttpStatusCode.OK)]
    [InlineData("GET", "/privacy", HttpStatusCode.OK)]
    [InlineData("GET", "/safety", HttpStatusCode.OK)]
    [InlineData("GET", "/about", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/trials/NCT06904755", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/trials", HttpStatusCode.OK)]
    [InlineData("GET", "/api/v1/conditions", HttpStatusCode.OK)]
    [InlineData("GET", "/feeds/trials.atom", HttpStatusCode.OK)]
    [InlineData("HEAD", "/feeds/trials/NCT06904755.atom", HttpStatusCode.OK)]
    [InlineData("GET", "/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("HEAD", "/sitemaps/trials-138.xml", HttpStatusCode.OK)]
    [InlineData("GET", "/robots.txt", HttpStatusCode.OK)]
    [InlineData("POST", "/feeds/trials.atom", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("GET", "/trials/nct06904755", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/study/NCT06904755", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/trials/?utm_source=x", HttpStatusCode.MovedPermanently)]
    [InlineData("GET", "/trials/NCT00000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/trials/NCT00000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "/follow", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/trials/NCT06904755", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/trials/NCT06904755", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/follow", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/trials/NCT06904755?x=%1E", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/%1F", HttpStatusCode.BadRequest)]
    public async Task Every_answer_carries_the_security_headers_and_no_cookie(string method, string address, HttpStatusCode status)
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("about", "trial:NCT06904755")]);
        using var response = await visitor.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        AssertHeaders(response);
    }

    [Fact]
    public async Task Style_sheet_script_and_picture_carry_the_same_headers()
    {
        var page = await site.Page("/");
        using var visitor = site.Visitor();
        foreach (var (selector, attribute) in new[] { ("link[rel=stylesheet]", "href"), ("script[src]", "src"), ("link[rel=icon]", "href") })
        {
            using var response = await visitor.GetAsync(page.QuerySelector(selector)!.GetAttribute(attribute));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            AssertHeaders(response);
        }
    }

    [Fact]
    public async Task A_fault_in_the_service_is_told_with_the_same_headers()
    {
        await using var broken = new SiteFixture();
        using var visitor = broken.Visitor();
        await broken.Services.GetRequiredService<TrialWriter>().Write(
            WriteLane.Import,
            db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Trials RENAME TO Elsewhere"),
            CancellationToken.None);
        using var page = await visitor.GetAsync("/trials/NCT06904755");
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        AssertHeaders(page);
        Assert.Contains("<h1", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var history = await visitor.GetAsync("/trials/NCT06904755/history");
        Assert.Equal(HttpStatusCode.InternalServerError, history.StatusCode);
        using var json = await visitor.GetAsync("/api/v1/trials/NCT06904755");
        Assert.Equal(HttpStatusCode.InternalServerError, json.StatusCode);
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
        AssertHeaders(json);
    }

    [Fact]
    public async Task A_post_that_another_site_sends_is_refused()
    {
        using var visitor = site.Visitor();
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/follow") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add(name, value);
            using var response = await visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            AssertHeaders(response);
            Assert.Contains("<h1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_are_compressed_for_those_who_can_read_it()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trials/NCT06904755");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await visitor.SendAsync(request);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task A_host_that_is_not_ours_is_refused()
    {
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertHeaders(response);
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        foreach (var name in Required)
            Assert.True(response.Headers.Contains(name), $"{name} is missing");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
