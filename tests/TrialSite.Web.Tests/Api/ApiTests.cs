using System.Net;
using System.Text.Json;
using Microsoft.OpenApi;
using TrialSite.Web.Tests.Feeds;

namespace TrialSite.Web.Tests.Api;

/// <summary><c>/api/v1</c>: JSON for machines.</summary>
public sealed class ApiTests(FeedSite site) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task A_trial_has_what_its_record_says_and_no_contact()
    {
        using var visitor = site.Visitor();
        var text = await visitor.GetStringAsync("/api/v1/trials/NCT09000001");
        var record = JsonDocument.Parse(text).RootElement.GetProperty("registry");

        Assert.Equal("TERMINATED", record.GetProperty("status").GetString());
        Assert.True(record.GetProperty("hasContact").GetBoolean());
        Assert.Equal("Bergen", record.GetProperty("places")[0].GetProperty("city").GetString());
        Assert.DoesNotContain("ann@", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Ann Example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("555-010", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_alone_has_no_record() => Assert.False((await Json("/api/v1/trials/NCT06904755")).TryGetProperty("registry", out _));

    [Theory]
    [InlineData("/api/v1/trials")]
    [InlineData("/api/v1/trials?q=liver")]
    [InlineData("/api/v1/trials/NCT09000001")]
    [InlineData("/api/v1/conditions")]
    [InlineData("/api/v1/conditions/acute-liver-failure")]
    public async Task Who_has_an_answer_already_is_not_sent_it_again(string address)
    {
        using var visitor = site.Visitor();
        using var first = await visitor.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await visitor.SendAsync(request);

        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task All_trials_are_listed_and_a_search_finds_some()
    {
        var all = await Json("/api/v1/trials");
        var found = await Json("/api/v1/trials?q=walking");

        Assert.Equal((2, 2, JsonValueKind.Null), (all.GetProperty("trials").GetArrayLength(), all.GetProperty("total").GetInt32(), all.GetProperty("next").ValueKind));
        Assert.Equal("NCT09000001", found.GetProperty("trials")[0].GetProperty("nctId").GetString());
        Assert.Equal("http://localhost:5080/trials/NCT09000001", found.GetProperty("trials")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_condition_has_its_names_and_its_trials_are_found_by_it()
    {
        var condition = await Json("/api/v1/conditions/acute-liver-failure");
        var trials = await Json("/api/v1/trials?condition=acute-liver-failure");

        Assert.Equal("acute liver failure", condition.GetProperty("name").GetString(), ignoreCase: true);
        Assert.Equal((2, 2), (condition.GetProperty("trialCount").GetInt32(), trials.GetProperty("total").GetInt32()));
        Assert.Contains((await Json("/api/v1/conditions")).GetProperty("conditions").EnumerateArray(), hit => hit.GetProperty("slug").GetString() == "acute-liver-failure");
    }

    [Theory]
    [InlineData("/api/v1/trials/NCT00000000", 404)]
    [InlineData("/api/v1/trials/none", 404)]
    [InlineData("/api/v1/conditions/no-such-thing", 404)]
    [InlineData("/api/v1/trials?cursor=abc", 400)]
    [InlineData("/api/v1/trials?q=liver&cursor=..", 400)]
    [InlineData("/api/v1/conditions?cursor=x", 400)]
    public async Task A_fault_is_told_as_RFC_9457(string address, int status)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, status), ((int)response.StatusCode, problem.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
    }

    [Fact]
    public async Task The_description_is_OpenAPI_3_1_and_names_every_address_and_query_key()
    {
        using var visitor = site.Visitor();
        var read = OpenApiDocument.Parse(await visitor.GetStringAsync("/openapi/v1.json"), "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(
            ["/api/v1/conditions", "/api/v1/conditions/{slug}", "/api/v1/trials", "/api/v1/trials/{nctId}"],
            read.Document!.Paths.Keys.Order(StringComparer.Ordinal));
        var keys = read.Document.Paths["/api/v1/trials"].Operations![HttpMethod.Get].Parameters!.Select(parameter => parameter.Name!);
        Assert.Empty(new[] { "q", "status", "country", "near", "cursor" }.Except(keys));
    }

    private async Task<JsonElement> Json(string address)
    {
        using var visitor = site.Visitor();
        return JsonDocument.Parse(await visitor.GetStringAsync(address)).RootElement;
    }
}
