using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using Xunit.Abstractions;

namespace TrialSite.Web.Tests.Pages;

/// <summary>The page of every real record beside the project, as a patient gets it.</summary>
public sealed partial class RealRecordPagesTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public async Task The_page_of_every_real_record_is_readable_and_keeps_its_contacts()
    {
        await using var site = new RegistryFixture();
        var contacts = new Dictionary<string, IReadOnlyList<string>>();
        var records = new List<RegistryRecord>();
        foreach (var (json, record) in SharedRecords.Files.SelectMany(SharedRecords.Of).DistinctBy(pair => pair.Record.NctId))
        {
            contacts[record.NctId.Value] = ContactValues(json);
            records.Add(record);
        }
        await site.Keep(records);
        using var visitor = site.Visitor();
        var pages = new ConcurrentBag<(int Size, int Packed, IReadOnlyList<string> Faults)>();
        await Parallel.ForEachAsync(records, async (record, cancellationToken) =>
        {
            using var response = await visitor.GetAsync(Links.Trial(record.NctId), cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var html = await response.Content.ReadAsStringAsync(cancellationToken);
            var bytes = Encoding.UTF8.GetBytes(html);
            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var packedLength, quality: 5, window: 22));
            pages.Add((bytes.Length, packedLength, [.. Faults(html, contacts[record.NctId.Value]).Select(fault => $"{record.NctId}: {fault}")]));
        });

        var faults = pages.SelectMany(page => page.Faults).Order().ToList();
        output.WriteLine($"{pages.Count} pages; bytes {InShort(pages.Select(page => page.Size))}; Brotli {InShort(pages.Select(page => page.Packed))}; {contacts.Values.Sum(values => values.Count)} values of contacts");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(40))}");
        Assert.True(pages.Count > 2_000);
    }

    private static string InShort(IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        return $"p50 {sorted[sorted.Count / 2]}, p99 {sorted[sorted.Count * 99 / 100]}, max {sorted[^1]}";
    }

    private static IEnumerable<string> Faults(string html, IReadOnlyList<string> contacts)
    {
        var page = new HtmlParser().ParseDocument(html);
        var main = page.QuerySelector("main")!;
        if (Markup().Match(main.TextContent) is { Success: true } markup)
            yield return $"markup {markup.Value}";
        if (DoubleEscape().Match(html) is { Success: true } escape)
            yield return $"escaped twice {escape.Value}";
        if (main.QuerySelectorAll("p, dd, li").FirstOrDefault(element => element.TextContent.Trim() is "" or "N/A" or "NA") is { } empty)
            yield return $"says nothing: {empty.OuterHtml}";
        foreach (var value in contacts.Where(value => html.Contains(value, StringComparison.OrdinalIgnoreCase)))
            yield return $"contact {value}";
        foreach (var fault in HeadingFaults(main))
            yield return fault;
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        if (ids.Count != ids.Distinct().Count())
            yield return "an id stands twice";
    }

    private static IEnumerable<string> HeadingFaults(IElement main)
    {
        var level = 0;
        foreach (var heading in main.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1 || (next == 1 && level > 0) || heading.TextContent.Trim().Length == 0)
                yield return $"heading {heading.OuterHtml} after level {level}";
            level = next;
        }
    }

    private static List<string> ContactValues(JsonElement json)
    {
        if (!json.TryGetProperty("protocolSection", out var protocol) || !protocol.TryGetProperty("contactsLocationsModule", out var module))
            return [];
        return Named(module).SelectMany(value => value.Split([';', ','])).Select(value => value.Trim()).Where(value => value.Length >= 7).ToList();
    }

    private static IEnumerable<string> Named(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Named),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Name is "phone" or "email" ? [property.Value.GetString()!] : Named(property.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]|</?(a|b|br|div|em|font|i|img|li|ol|p|script|span|strong|su[bp]|table|t[drh]|u|ul)\b[^<>]*>|&(amp|lt|gt|quot|nbsp|#\d+);", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"&amp;(amp|lt|gt|quot|#\d+);")]
    private static partial Regex DoubleEscape();
}
