using System.Net;
using AngleSharp.Dom;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Tests.Pages;

/// <summary>The page of a trial with a record, with and without an editor's words; it is Jul 1, 2026.</summary>
public sealed class RegistryTrialPageTests(RegistryFixture site) : IClassFixture<RegistryFixture>
{
    private const string Id = "NCT09000010";

    [Fact]
    public async Task A_record_is_laid_out_in_the_order_a_patient_reads_it()
    {
        var page = await PageOf(record => record with { StatusWord = "RECRUITING", LastKnownStatusWord = null, WhyStopped = null, StatusVerified = Date("2026-03") });

        Assert.Equal("Walking for tired hearts - NCT09000010 - Curemydisease.com", page.Title);
        Assert.Equal(
            ["Summary", "Who can take part", "At a glance", "Important: Disclaimer", "Questions to ask your doctor", "Get updates", "Conditions", "Contacts and locations"],
            page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        PageText.AssertInOrder(
            page,
            "Recruiting",
            "This trial is looking for people now.",
            "The research team last confirmed this 4 months ago, in March 2026.");
        PageText.AssertInOrder(
            page,
            "Summary",
            "From the record",
            "In the registrant's own words. We have not written a plain summary of this trial yet.",
            "Half of the people walk.",
            "Half rest. Ask (e-mail address hidden) about it.",
            "Who can take part",
            "From the record",
            "Age",
            "18 years or older",
            "Sex",
            "Any sex",
            "Healthy people",
            "Cannot take part",
            "The rules in the registrant's own words. Only the research team can decide whether a person can join.",
            "Who can join (inclusion criteria)",
            "Age > 17",
            "and willing",
            "Who cannot join (exclusion criteria)",
            "Cannot walk",
            "At a glance",
            "From the record",
            "Status in the record",
            "RECRUITING (confirmed in March 2026)",
            "Kind of study",
            "Treatment trial",
            Meaning(GlossaryPart.StudyType, "INTERVENTIONAL"),
            "Phase",
            "Phase 1 and phase 2",
            Meaning(GlossaryPart.Phase, "PHASE1"),
            Meaning(GlossaryPart.Phase, "PHASE2"),
            "Number of people",
            "40 people planned",
            "What is tested or compared",
            "Behaviour or training: Daily walk",
            "Also called: Stroll, Amble",
            "At >= 3 km/h",
            "Rest",
            "Main goal",
            "What the trial measures first of all, in the registrant's words.",
            "Steps",
            "Over what time: 12 weeks",
            "Sponsor",
            "Harbour University (responsible for the trial)",
            "Start",
            "March 2024",
            "Last check for the main goal",
            "Jan 15, 2026 (planned)",
            "End",
            "June 2026",
            "Results",
            "Posted. See the results on ClinicalTrials.gov",
            "Full title",
            "A Trial of Daily Walks & Rest (STROLL)",
            "Record last changed on ClinicalTrials.gov",
            "Mar 1, 2025",
            "What do these words mean?");
        PageText.AssertInOrder(page, "As listed by the trial registrant", "From the record", "The condition terms exactly as the trial's registrant entered them.", "Heart Failure", "Keywords");
    }

    [Fact]
    public async Task Criteria_are_lists_within_lists_with_their_own_numbers()
    {
        var page = await PageOf(record => record with
        {
            Eligibility = record.Eligibility with { Criteria = "Inclusion Criteria:\n\n3. Third\n   a. One\n   b. Two\n\nSpecial cases:\n\n* Bullet\n\nExclusion Criteria for group B:\n\n1. None" },
        });
        var criteria = page.QuerySelector("[aria-labelledby=who] .points")!;

        Assert.Equal("3", criteria.QuerySelector("ol > li")!.GetAttribute("value"));
        Assert.Equal(["One", "Two"], criteria.QuerySelectorAll("ol li ol[type=a] > li").Select(point => point.TextContent));
        Assert.Equal("Special cases:", criteria.QuerySelector("p.name")!.TextContent);
        Assert.Equal(["Who can join (inclusion criteria)", "Exclusion Criteria for group B"], criteria.QuerySelectorAll("h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task Missing_is_not_no()
    {
        var page = await PageOf(record => new() { NctId = record.NctId, Title = "A bare trial", Eligibility = Eligibility.NotGiven with { SexWord = "ALL" } });
        var lines = PageText.Lines(page.QuerySelector("main")!);

        Assert.Contains("Any age (no limit is given)", lines);
        Assert.Contains("The record lists no condition terms.", lines);
        Assert.DoesNotContain("The condition terms exactly as the trial's registrant entered them.", lines);
        Assert.Contains("The record gives no further rules.", lines);
        Assert.Contains("No places are listed in the record.", lines);
        Assert.Contains("No contacts are listed for the whole trial in the record. See the record on ClinicalTrials.gov.", lines);
        Assert.All(["Summary", "Phase", "Sponsor", "Number of people", "Healthy people", "Keywords", "Results"], label => Assert.DoesNotContain(label, lines));
        Assert.DoesNotContain("N/A", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_nobody_confirmed_for_a_year_is_told_as_past()
    {
        var page = await PageOf(record => record with { StatusWord = "RECRUITING", StatusVerified = Date("2025-03"), Completion = null });

        PageText.AssertInOrder(
            page,
            "Last known as: Recruiting",
            "This trial was looking for people in March 2025. That was 16 months ago: check before you rely on it.",
            "Unless the research team confirms it, the registry will call the status unknown from Apr 1, 2027 on.");
        PageText.AssertInOrder(page, "What is said of each place is from March 2025. That is more than a year ago: check before you rely on it.", "Bergen");
        Assert.Empty(page.QuerySelectorAll("main .tag.open"));
        Assert.DoesNotContain("is looking for people now", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_status_says_what_it_was()
    {
        var page = await PageOf(record => record);

        PageText.AssertInOrder(
            page,
            "Unknown",
            "Nobody has confirmed the status of this trial for a long time. It may have ended.",
            "The research team last confirmed it 17 months ago, in February 2025. Then the trial was looking for people.");
        PageText.AssertInOrder(page, "Status in the record", "UNKNOWN (last confirmed in February 2025)");
    }

    [Theory]
    [InlineData("COMPLETED", "This trial has finished.")]
    [InlineData("WITHDRAWN", "This trial stopped before the first person joined.")]
    public async Task A_status_that_lasts_needs_no_caution(string status, string sentence)
    {
        var page = await PageOf(record => record with { StatusWord = status, StatusVerified = Date("2016-07") });

        PageText.AssertInOrder(page, sentence, "The research team last confirmed this 10 years ago, in July 2016.");
        Assert.DoesNotContain("check before you rely on it", page.QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
        PageText.AssertInOrder(page, "Who can take part", "From the record", "Nobody new can join this trial now.", "Age");
    }

    [Fact]
    public async Task A_finished_trial_has_no_open_place()
    {
        var page = await PageOf(record => record with { StatusWord = "COMPLETED", StatusVerified = Date("2026-06"), Locations = [new("Clinic", "RECRUITING", "Oslo", null, null, "Norway", null, [])] });

        Assert.Contains("Clinic", page.QuerySelector("[aria-labelledby=contacts]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("looking for people", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_trial_says_why_in_the_registrants_words() => PageText.AssertInOrder(
        await PageOf(record => record with { StatusWord = "TERMINATED", Enrolment = new(0, true) }),
        "Why it stopped",
        "“Too little money & time” (the registrant's words)");

    [Fact]
    public async Task Places_stand_by_country_open_ones_first_and_many_are_folded()
    {
        var page = await PageOf(record => record with
        {
            StatusWord = "RECRUITING",
            StatusVerified = Date("2026-06"),
            Locations = [.. Enumerable.Range(0, 60).Select(i => new RegistryLocation($"Clinic {i}", i % 2 == 0 ? "COMPLETED" : "RECRUITING", $"Town {i}", null, null, i < 20 ? "Spain" : "Norway", null, [new("Contact", true, false), new("Contact", true, false)]))],
        });

        Assert.Equal(["Norway: 40 places, 20 looking for people now", "Spain: 20 places, 10 looking for people now"], page.QuerySelectorAll("[aria-labelledby=contacts] summary").Select(summary => summary.TextContent));
        var inNorway = page.QuerySelector("[aria-labelledby=contacts] details ul")!.Children;
        Assert.Equal("Clinic 21", inNorway[0].QuerySelector(".name")!.TextContent);
        Assert.Contains("This place is looking for people now.", inNorway[19].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("looking for people", inNorway[20].TextContent, StringComparison.Ordinal);
        Assert.Single(inNorway[0].QuerySelectorAll(".mask"));
        Assert.Empty(page.QuerySelectorAll("a[href^='tel:'], a[href^='mailto:']"));
    }

    [Fact]
    public async Task A_place_that_the_record_does_not_name_goes_by_its_city()
    {
        var page = await PageOf(record => record with
        {
            Locations = [new("Example Pharma Investigational Site", null, "Oslo", null, null, "Norway", null, []), new("For additional information, please contact the sponsor", null, "Bergen", null, null, "Norway", null, [])],
        });

        PageText.AssertInOrder(page, "Oslo", "Listed as “Example Pharma Investigational Site”: the record does not name this place.", "Oslo, Norway", "Bergen", "The record does not name this place.");
    }

    [Fact]
    public async Task The_form_names_the_first_condition_of_the_record() => Assert.Contains(
        (await PageOf(record => record)).QuerySelectorAll("[name=topics]"),
        box => box.GetAttribute("value") == "condition:heart-failure");

    [Fact]
    public async Task Both_layers_stand_side_by_side_each_labelled()
    {
        const string id = "NCT09000020";
        await site.Reseed(($"{id}.txt", $"Walks tested for tired hearts\n\nNCT ID {id}\n\nSummary\n\nOur own words.\n\nConditions\n\nheart failure\n\nContacts and locations\n\nLocations\n\n  • An old place\n\n    RECRUITING"));
        await site.Keep(RegistryFixture.Study(id, record => record with { StatusWord = "COMPLETED", StatusVerified = Date("2026-01"), LastUpdatePosted = new(2026, 1, 5) }));

        var page = await site.Page($"/trials/{id}");
        PageText.AssertInOrder(page, "Summary", "Our words", "Our own words.", "Read the summary in the record, in the registrant's own words", "Half of the people walk.");
        Assert.Equal("Walks tested for tired hearts", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("This trial has finished.", page.QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("An old place", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#older"));

        await site.Keep(RegistryFixture.Study(id, record => record with { StatusWord = "COMPLETED", StatusVerified = Date("2026-01"), Enrolment = new(41, true) }));
        page = await site.Page($"/trials/{id}");
        Assert.Equal("Important: Our summary is older than the record", page.QuerySelector("#older")!.TextContent);
        Assert.Equal($"/trials/{id}/history", page.QuerySelector("aside:has(#older) a")!.GetAttribute("href"));

        await site.KeepOnly(RegistryFixture.Study("NCT09000029", record => record));
        page = await site.Page($"/trials/{id}");
        Assert.StartsWith("No longer in the registry", page.QuerySelector("aside.gone")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("An old place", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#glance"));
    }

    [Fact]
    public async Task A_record_that_is_gone_leaves_its_page_told_as_past()
    {
        const string id = "NCT09000021";
        await site.Keep(RegistryFixture.Study(id, record => record with { StatusWord = "RECRUITING", StatusVerified = Date("2026-06") }));
        await site.KeepOnly(RegistryFixture.Study("NCT09000029", record => record));

        var page = await site.Page($"/trials/{id}");
        Assert.StartsWith("No longer listed here", page.QuerySelector("aside.gone")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("This trial was looking for people in June 2026.", page.QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main .tag.open"));
    }

    private static string Meaning(GlossaryPart part, string word) => Glossary.TryExplain(part, word, out var entry) ? entry.Meaning : throw new ArgumentException("no entry", nameof(word));

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException("no date", nameof(text));

    private async Task<IDocument> PageOf(Func<RegistryRecord, RegistryRecord> change)
    {
        await site.Keep(RegistryFixture.Study(Id, change));
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync($"/trials/{Id}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await SiteFixture.Read(response);
    }
}
