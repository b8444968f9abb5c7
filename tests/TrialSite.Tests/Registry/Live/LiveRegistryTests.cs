using TrialSite.Registry;
using TrialSite.Registry.Live;
using static TrialSite.Tests.Registry.Live.RecordedRegistry;

namespace TrialSite.Tests.Registry.Live;

public sealed class LiveRegistryTests
{
    private readonly HurriedTime time = new();
    private long announced;

    [Fact]
    public async Task Pages_are_read_one_after_the_other()
    {
        await using var registry = await Start(Page("two", 1, 2), Page("three", 3), Page(null, 4));

        var readings = await Read(registry);

        Assert.Equal("NCT09000001, NCT09000002, NCT09000003, NCT09000004", TestStudy.InShort(readings));
        Assert.Equal(4, readings.Count);
        const string First = "/api/v2/studies?format=json&query.term=AREA%5BLastUpdatePostDate%5DRANGE%5B2026-06-27%2CMAX%5D&sort=LastUpdatePostDate%3Aasc&countTotal=true&pageSize=500";
        Assert.Equal([First, $"{First}&pageToken=two", $"{First}&pageToken=three"], registry.Asked.Select(asked => asked.Address));
    }

    [Fact]
    public async Task There_is_one_request_a_second()
    {
        await using var registry = await Start(Page("two", 1), Page("three", 2), Page(null, 3));

        await Read(registry);

        Assert.Equal([1, 1], Waited());
    }

    [Fact]
    public async Task Requests_name_the_sites_address_and_nothing_else()
    {
        await using var registry = await Start(Page(null, 1));

        await Read(registry);

        Assert.Equal("(+https://trials.example.org)", Assert.Single(registry.Asked).UserAgent);
    }

    [Fact]
    public async Task What_the_registry_has_to_give_is_announced()
    {
        await using var registry = await Start(Text($$"""{"totalCount":2,"studies":[{{TestStudy.Line(1)}}],"nextPageToken":"b"}"""), Text($$"""{"studies":[{{TestStudy.Line(2)}}]}"""));

        await Read(registry);

        Assert.Equal(2, announced);
    }

    [Fact]
    public async Task Nothing_new_is_no_problem()
    {
        await using var registry = await Start(Text("""{"totalCount":0,"studies":[]}"""));

        Assert.Empty(await Read(registry));
    }

    [Fact]
    public async Task Records_that_were_announced_and_did_not_come_are_a_problem()
    {
        await using var registry = await Start(Text($$"""{"totalCount":3,"studies":[{{TestStudy.Line(1)}}]}"""));

        Assert.Equal("found 1 records, expected 3, as the registry had announced", Problem(await Read(registry), "TR032").Message);
    }

    [Fact]
    public async Task An_empty_page_in_between_does_not_end_the_reading()
    {
        await using var registry = await Start(Page("b"), Page(null, 1));

        Assert.Equal("NCT09000001", TestStudy.InShort(await Read(registry)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Wed, 01 Jul 2026 12:00:07 GMT")]
    public async Task The_registry_says_how_long_to_wait(string retryAfter)
    {
        await using var registry = await Start(Status(429, retryAfter), Page(null, 1));

        Assert.Equal("NCT09000001", TestStudy.InShort(await Read(registry)));
        Assert.Equal([7], Waited());
    }

    [Fact]
    public async Task A_wait_of_hours_ends_the_reading()
    {
        await using var registry = await Start(Page("two", 1), Status(503, "7200"));

        var readings = await Read(registry);

        Assert.Equal("found a registry that gives no page (it answered 503 and wants to be left alone for 120 minutes), expected a page of API v2; what came before is read", Problem(readings, "TR030").Message);
        Assert.Equal("NCT09000001", TestStudy.InShort(readings[..^1]));
        Assert.Equal(2, registry.Asked.Count);
    }

    [Fact]
    public async Task A_page_is_asked_for_six_times_with_longer_and_longer_waits()
    {
        await using var registry = await Start(Page("two", 1), Status(500));

        var readings = await Read(registry);

        Assert.Equal("found a registry that gives no page (it answered 500), expected a page of API v2; what came before is read", Problem(readings, "TR030").Message);
        Assert.Equal("page 2", readings[^1].Problem!.Source);
        Assert.Equal([1, 2, 4, 8, 16, 32], Waited());
        Assert.Equal(7, registry.Asked.Count);
    }

    [Fact]
    public async Task Another_try_brings_the_same_page()
    {
        await using var registry = await Start(Page("two", 1), Status(502), Status(408), Page(null, 2));

        Assert.Equal("NCT09000001, NCT09000002", TestStudy.InShort(await Read(registry)));
        Assert.Single(registry.Asked.Skip(1).Select(asked => asked.Address).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(301)]
    public async Task A_refusal_is_not_asked_again(int status)
    {
        await using var registry = await Start(Status(status));

        Assert.Contains($"it answered {status}", Problem(await Read(registry), "TR030").Message, StringComparison.Ordinal);
        Assert.Single(registry.Asked);
    }

    [Fact]
    public async Task A_cut_connection_loses_and_doubles_nothing()
    {
        var page = $$"""{"studies":[{{TestStudy.Line(1)}},{{TestStudy.Line(2)}}]}""";
        await using var registry = await Start(HangUpHalfWay(page), Text(page));

        Assert.Equal("NCT09000001, NCT09000002", TestStudy.InShort(await Read(registry)));
    }

    [Theory]
    [InlineData("""{"studies":[{"protocolSection":{"identificationModule":{"nctId":"NCT09000001"}}},""")]
    [InlineData("<html>Down for maintenance</html>")]
    [InlineData("""{"error":"none"}""")]
    [InlineData("""{"studies":{}}""")]
    [InlineData("""{"studies":[],"nextPageToken":7}""")]
    [InlineData("""{"studies":[]} trailing""")]
    [InlineData("")]
    public async Task What_is_no_whole_page_is_asked_for_again(string text)
    {
        await using var registry = await Start(Text(text), Page(null, 2));

        Assert.Equal("NCT09000002", TestStudy.InShort(await Read(registry)));
    }

    [Fact]
    public async Task What_stays_broken_is_one_clear_line()
    {
        await using var registry = await Start(Text("<html>Down for maintenance</html>"));

        Assert.Equal("found a registry that gives no page (its answer is no page of studies), expected a page of API v2; what came before is read", Problem(await Read(registry), "TR030").Message);
    }

    [Fact]
    public async Task One_bad_record_costs_itself_alone()
    {
        await using var registry = await Start(Text($$$"""{"studies":[{{{TestStudy.Line(1)}}},{"protocolSection":{}},{{{TestStudy.Line(3)}}}]}"""));

        Assert.Equal("NCT09000001, TR013:1, NCT09000003", TestStudy.InShort(await Read(registry)));
    }

    [Fact]
    public async Task A_token_that_comes_twice_ends_the_reading()
    {
        await using var registry = await Start(Page("two", 1), Page("three", 2), Page("two", 3), Page("three", 4));

        var readings = await Read(registry);

        Assert.Equal("found pages that lead nowhere, expected a last page; what came before is read", Problem(readings, "TR031").Message);
        Assert.Equal(3, registry.Asked.Count);
    }

    [Fact]
    public async Task Empty_pages_without_an_end_end_the_reading()
    {
        var number = 0;
        await using var registry = await Start(context => Page($"token{number++}")(context));

        Problem(await Read(registry), "TR031");
        Assert.Equal(10, registry.Asked.Count);
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_one_clear_line()
    {
        string baseUrl;
        await using (var registry = await Start(Page(null)))
            baseUrl = registry.BaseUrl;

        Assert.Contains("it cannot be reached", Problem(await Read(baseUrl), "TR030").Message, StringComparison.Ordinal);
        Assert.Equal([2, 4, 8, 16, 32], Waited());
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for_for_ever()
    {
        await using var registry = await Start(Never, Page(null, 1));
        using var requests = new LiveRequests(registry.BaseUrl, "https://trials.example.org", time, TimeSpan.FromSeconds(5)); // The second answer must not be late on a busy machine.

        var answer = await requests.Get("studies", default);

        Assert.NotNull(answer.Page);
        Assert.Equal(2, registry.Asked.Count);
    }

    [Fact]
    public async Task Whoever_stops_the_reading_waits_for_nothing()
    {
        using var stop = new CancellationTokenSource();
        await using var registry = await Start(context => stop.CancelAsync().ContinueWith(_ => Never(context), TaskScheduler.Default).Unwrap());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read(registry.BaseUrl, stop.Token));
    }

    [Theory]
    [InlineData("https://clinicaltrials.gov/api/v2", true)]
    [InlineData("http://127.0.0.1:5000/api/v2/", true)]
    [InlineData("http://registry.example.org/api/v2/", false)]
    [InlineData("https://registry.example.org/api/v2/?key=1", false)]
    [InlineData("https://name:word@registry.example.org/", false)]
    [InlineData("registry.example.org", false)]
    [InlineData("", false)]
    public void The_address_of_the_registry_is_https_or_on_this_machine(string address, bool isRight) =>
        Assert.Equal(isRight, new RegistryOptions { ApiBaseUrl = address }.Fault() is null);

    private Task<List<RegistryReading>> Read(RecordedRegistry registry) => Read(registry.BaseUrl);

    private async Task<List<RegistryReading>> Read(string baseUrl, CancellationToken cancellationToken = default)
    {
        var live = new LiveRegistry(new() { ApiBaseUrl = baseUrl }, new() { PublicBaseUrl = "https://trials.example.org" }, time);
        var readings = new List<RegistryReading>();
        await foreach (var reading in live.Read(new(2026, 6, 27), announce: total => announced = total, cancellationToken: cancellationToken))
            readings.Add(reading);
        return readings;
    }

    private IEnumerable<double> Waited() => time.Waits.Select(wait => wait.TotalSeconds);

    private static RegistryProblem Problem(List<RegistryReading> readings, string code)
    {
        var problem = readings[^1].Problem;
        Assert.Equal(code, problem?.Code);
        return problem!;
    }
}
