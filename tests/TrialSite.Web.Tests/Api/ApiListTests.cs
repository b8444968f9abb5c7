using System.Text.Json;

namespace TrialSite.Web.Tests.Api;

/// <summary>Lists longer than one part.</summary>
[Collection(OneCatalogue.Name)]
public sealed class ApiListTests(CatalogueFixture site)
{
    [Theory]
    [InlineData("/api/v1/trials", "trials", "nctId")]
    [InlineData("/api/v1/trials?status=not-stated", "trials", "nctId")]
    [InlineData("/api/v1/conditions", "conditions", "slug")]
    public async Task Part_by_part_each_thing_comes_once(string address, string list, string key)
    {
        using var visitor = site.Visitor();
        var seen = new List<string>();
        string? cursor = null;
        var total = 0;
        do
        {
            var part = JsonDocument.Parse(await visitor.GetStringAsync(cursor is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}")).RootElement;
            seen.AddRange(part.GetProperty(list).EnumerateArray().Select(thing => thing.GetProperty(key).GetString()!));
            total = part.TryGetProperty("total", out var count) ? count.GetInt32() : seen.Count;
            cursor = part.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.NotEmpty(seen);
        Assert.Equal(total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }
}
