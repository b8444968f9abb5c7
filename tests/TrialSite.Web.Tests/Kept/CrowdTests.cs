using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Tests.Kept;

/// <summary>ASP.NET's output cache once gave one trial's page for another's, over %1E: whatever stands in addresses, each answer is its own trial's.</summary>
public sealed class CrowdTests(CatalogueFixture site) : IClassFixture<CatalogueFixture>
{
    private static readonly string[] Trials = ["NCT06904755", "NCT05000001", "NCT05000002", "NCT05000003", "NCT05100001"];

    [Fact]
    public async Task Each_answer_is_its_own_trials_whatever_others_ask_for()
    {
        using var visitor = site.Visitor();
        var asked = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 4_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var (trial, other) = (Trials[i % Trials.Length], Trials[i / 7 % Trials.Length]);
            var (address, status) = (i % 11) switch
            {
                0 => ($"/trials/{trial}?a=%1E/trials/{other}", HttpStatusCode.BadRequest),
                1 => ($"/trials/{trial}?%1F{other}", HttpStatusCode.BadRequest),
                2 => ($"/trials/{trial}%1E{other}", HttpStatusCode.BadRequest),
                3 => ($"/trials/{trial}?nctId={other}", HttpStatusCode.MovedPermanently),
                4 => ($"/trials/{trial}?x={other}&x={trial}", HttpStatusCode.MovedPermanently),
                5 => ($"/trials/{trial}/{other}", HttpStatusCode.NotFound),
                6 => ($"/trials/{trial}{other}", trial == other ? HttpStatusCode.MovedPermanently : HttpStatusCode.NotFound),
                _ => ($"/trials/{trial}", HttpStatusCode.OK),
            };
            using var response = await KeptPageTests.Get(visitor, address, (i % 3) switch { 0 => "br", 1 => "gzip", _ => "" });
            Assert.Equal(status, response.StatusCode);
            if (status == HttpStatusCode.MovedPermanently)
                Assert.Equal($"/trials/{trial}", response.Headers.Location!.OriginalString);
            if (status != HttpStatusCode.OK)
                return;
            var page = Encoding.UTF8.GetString(await KeptPageTests.Plain(response));
            Assert.Contains($"<span class=\"id\">{trial}</span>", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost:5080/trials/{trial}\">", page, StringComparison.Ordinal);
            Interlocked.Increment(ref asked);
        });
        Assert.True(asked > 1_000);
    }

    [Fact]
    public async Task Long_queries_that_are_all_different_leave_nothing_in_memory()
    {
        using var visitor = site.Visitor();
        (await KeptPageTests.Get(visitor, "/trials/NCT05000001", "br")).Dispose();
        var counts = site.Services.GetRequiredService<PageCounts>();
        var before = (counts.Rendered, counts.BytesInMemory);
        for (var i = 0; i < 6_000; i++)
            (await visitor.GetAsync($"{(i % 2 == 0 ? "/trials/NCT05000001" : "/trials")}?x={i}{new string('y', 480)}")).Dispose();
        Assert.Equal(before.Rendered, counts.Rendered);
        // Less, when the page was left to the file meanwhile.
        Assert.InRange(counts.BytesInMemory, 0, before.BytesInMemory);
    }

    [Fact]
    public async Task What_a_crawler_asks_for_once_leaves_the_memory_for_the_file()
    {
        await using var own = new SiteFixture();
        using var visitor = own.Visitor();
        var counts = own.Services.GetRequiredService<PageCounts>();
        (await visitor.GetAsync("/trials/NCT06904755")).Dispose();
        for (var tries = 0; counts.BytesInMemory > 0 && tries < 500; tries++)
            await Task.Delay(20);
        Assert.Equal(0, counts.BytesInMemory);

        for (var i = 0; i < 3; i++)
            (await visitor.GetAsync("/trials/NCT06904755")).Dispose();

        Assert.Equal((1, 1, 2), (counts.Rendered, counts.FromFile, counts.FromMemory));
        Assert.NotEqual(0, counts.BytesInMemory);
    }

    [Fact]
    public async Task Memory_for_pages_is_bounded_and_those_asked_for_stay()
    {
        await using var many = new SiteFixture();
        await many.Reseed([.. Enumerable.Range(100, 80).Select(i => ($"NCT05200{i}.txt", $"Filler {i}\n\nNCT ID NCT05200{i}\n\nSummary\n\nText.\n\nConditions\n\nstroke"))]);
        await using var small = new SiteBeside(many, ("Pages:MemoryMegabytes", "1"), ("Pages:KeepOnDisk", "false"));
        using var visitor = small.Visitor();
        var counts = small.Services.GetRequiredService<PageCounts>();
        string[] addresses = [.. Enumerable.Range(100, 80).Select(i => $"/trials/NCT05200{i}"), "/", "/trials", "/conditions", "/glossary", "/privacy"];
        foreach (var encoding in new[] { "", "gzip", "br", "" })
        {
            foreach (var address in addresses)
            {
                (await KeptPageTests.Get(visitor, address, encoding)).Dispose();
                (await KeptPageTests.Get(visitor, "/trials/NCT06904755", "br")).Dispose();
                Assert.InRange(counts.BytesInMemory, 1, 1024 * 1024);
            }
        }
        Assert.True(counts.Rendered > addresses.Length + 1, "all of it was kept: the test asks for too little");
        Assert.True(counts.FromMemory >= 4 * addresses.Length - 1);
    }
}
