using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;

namespace TrialSite.Web.Tests.Reading;

/// <summary>Every kind of page on a catalogue in which each name and text that is not ours is the same made-up word.</summary>
internal sealed class GradedPages(FaultySite site)
{
    private const string NotOurs = "Zork";
    private const string OnlyRecord = "NCT09000010";
    private const string OldRecord = "NCT09000011";
    private const string WithRead = "NCT09000012";
    private const string OnlySeed = "NCT05000009";
    private const string Gone = "NCT05000010";
    private const string Slug = "zork";

    private static readonly string[] TextsOfTheUser = ["Stem cell blood filter tested for liver failure", "acute liver failure"];

    /// <summary>The page's own blocks of text, by its kind.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Read()
    {
        await Fill();
        var pages = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (kind, address) in Open().Concat(await Personal()))
            pages[kind] = BlocksOf((await site.Page(address)).QuerySelector("main")!);
        foreach (var (kind, main) in await new PressedPages(site).Read())
            pages[kind] = BlocksOf(main);
        pages["wrong form"] = BlocksOf((await Posted(Links.Follow, ("about", $"trial:{OnlyRecord}"))).QuerySelector("main")!);
        pages["wrong address"] = BlocksOf((await Posted(Links.Manage)).QuerySelector("main")!);
        pages["header and footer"] = [.. BlocksOf((await site.Page(Links.Home)).QuerySelector("footer")!)];
        return pages;
    }

    private static IEnumerable<(string Kind, string Address)> Open() =>
    [
        ("home", Links.Home),
        ("trial, record alone", $"/trials/{OnlyRecord}"),
        ("trial, old record", $"/trials/{OldRecord}"),
        ("trial, read and record", $"/trials/{WithRead}"),
        ("trial, read alone", $"/trials/{OnlySeed}"),
        ("trial, no longer here", $"/trials/{Gone}"),
        ("history", $"/trials/{OnlyRecord}/history"),
        ("history of a read", $"/trials/{WithRead}/history"),
        ("results", "/trials?q=zork&status=recruiting&age=40&near=Oslo"),
        ("nothing found", "/trials?q=zork&age=3&near=Tokyo"),
        ("unknown words and place", "/trials?q=zzzzzz&near=Nowherecity"),
        ("condition", $"/conditions/{Slug}"),
        ("condition without trials", "/conditions/asthma"),
        ("unknown condition", "/conditions/nonsense"),
        ("A to Z", Links.Conditions),
        ("find, condition", Links.Find),
        ("find, age", $"{Links.Find}?ask=age&q={Slug}"),
        ("find, sex", $"{Links.Find}?ask=sex"),
        ("find, place", $"{Links.Find}?ask=place&q={Slug}"),
        ("find, distance", $"{Links.Find}?ask=distance&q={Slug}&near=Oslo"),
        ("find, unknown condition", $"{Links.Find}?ask=age&q=zzzzzz"),
        ("find, no age", $"{Links.Find}?ask=sex&age=old"),
        ("find, unknown place", $"{Links.Find}?ask=distance&near=Nowherecity"),
        ("about", Links.About),
        ("privacy", Links.Privacy),
        ("safety", Links.Safety),
        ("terms", Links.Terms),
        ("glossary", Links.Glossary),
        ("not found", "/nowhere"),
        ("not a page", Links.Follow),
        ("check your email", Links.CheckYourEmail),
        ("ask for a link", Links.Manage),
        ("check your email for the link", Links.CheckYourEmailToManage),
    ];

    private async Task<IEnumerable<(string Kind, string Address)>> Personal()
    {
        var follower = site.NewAddress();
        var subscriptions = await site.Confirmed(follower);
        var manage = await site.AskToManage(follower);
        var confirmed = await site.SignUp(site.NewAddress());
        using var pressed = await site.Post(Links.Confirm(confirmed));
        var disowned = await site.SignUp(site.NewAddress());
        using var notMe = await site.Post(Links.NotMe(disowned));
        var open = await site.SignUp(site.NewAddress());
        return
        [
            ("confirm", Links.Confirm(open)), ("confirmed", Links.Confirm(confirmed)), ("disowned", Links.Confirm(disowned)), ("old link", Links.Confirm("x")),
            ("not me", Links.NotMe(open)), ("not me, confirmed", Links.NotMe(confirmed)), ("not me, done", Links.NotMe(disowned)), ("not me, unknown", Links.NotMe("x")),
            ("manage", Links.ManageBy(manage)), ("manage, old link", Links.ManageBy("x")), ("stop", Links.Stop(site.StopToken(subscriptions[0]))), ("stop, unknown", Links.Stop("x")),
        ];
    }

    private async Task Fill()
    {
        await site.Reseed(
            ($"{OnlySeed}.txt", Seed(OnlySeed)),
            ($"{WithRead}.txt", Seed(WithRead)),
            ($"{Gone}.txt", Seed(Gone)));
        await Import(Record(OnlyRecord, "RECRUITING", "2026-03"), Record(OldRecord, "TERMINATED", "2025-02"), Record(WithRead, "RECRUITING", "2026-03"));
        File.Delete(Path.Combine(site.SeedsFolder, $"{Gone}.txt"));
        site.Time.Advance(TimeSpan.FromDays(1));
        await site.Reseed(($"{WithRead}.txt", Seed(WithRead).Replace("Zork can help.", "Zork can help much.")));
        await Import(
            Record(OnlyRecord, "ACTIVE_NOT_RECRUITING", "2026-06") with { Enrolment = new(80, true), Locations = [] },
            Record(OldRecord, "UNKNOWN", "2024-02"),
            Record(WithRead, "RECRUITING", "2026-06") with { BriefSummary = "Zork zork." });
    }

    private Task<RegistryImportReport> Import(params IEnumerable<RegistryRecord> records) => site.Services.GetRequiredService<RegistryImporter>().Import(
        _ => records.Select(record => new RegistryReading((UInt128)record.GetHashCode(), record, null)).ToAsyncEnumerable(),
        new(),
        problem => throw new InvalidOperationException(problem.ToString()),
        progress: null,
        CancellationToken.None);

    private static RegistryRecord Record(string nctId, string status, string verified) => TestStudy.Record(
        TestStudy.Full.Replace("NCT09000001", nctId).Replace("\"NCT09000002\"", "").Replace("\"overallStatus\": \"UNKNOWN\"", $"\"overallStatus\": \"{status}\"")
            .Replace("2025-02", verified).Replace("\"sex\": \"ALL\"", "\"sex\": \"FEMALE\"")
            .Replace("Walking for <i>tired</i> hearts", NotOurs).Replace("A Trial of Daily Walks &Amp; Rest", NotOurs).Replace("Too little money \\\\& time", NotOurs)
            .Replace("Half of the people walk.\\r\\n\\r\\nHalf  rest. Ask reader@example.org about it.", NotOurs).Replace("Heart Failure", NotOurs).Replace("Heart Diseases", NotOurs)
            .Replace("Harbour University", NotOurs).Replace("Daily walk", NotOurs).Replace("At \\\\>= 3 km/h", NotOurs)
            .Replace("* Age \\\\> 17\\n  * and willing", $"* {NotOurs}").Replace("1\\\\. Cannot walk", $"* {NotOurs}"));

    private static string Seed(string nctId) =>
        $"""
        Zork

        NCT ID {nctId}

        Summary

        Zork can help.

        What this could mean

        Active substance

        Zork

        What this could lead to

        Zork.

        What could go wrong

        Zork.

        Conditions

        Zork

        Contacts and locations

        Locations

          • Zork

            RECRUITING

            Oslo, Norway
        """;

    private async Task<IDocument> Posted(string address, params (string, string)[] fields)
    {
        using var response = await site.Post(address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return await SiteFixture.Read(response);
    }

    private static IReadOnlyList<string> BlocksOf(IElement element) =>
        [.. PageText.Lines(element).Select(line => TextsOfTheUser.Aggregate(line, (text, name) => text.Replace(name, NotOurs, StringComparison.OrdinalIgnoreCase))).Where(line => line.Trim('.') is not (NotOurs or "Zork can help much" or "Zork can help" or "Zork zork"))];
}
