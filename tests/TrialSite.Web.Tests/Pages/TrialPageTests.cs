using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using TrialSite.Seeds;

namespace TrialSite.Web.Tests.Pages;

[Collection(OneCatalogue.Name)]
public sealed class TrialPageTests(CatalogueFixture site)
{
    private const string Address = "/trials/NCT06904755";

    [Fact]
    public async Task Every_row_of_the_seed_is_on_the_page_in_the_order_of_the_seed()
    {
        var page = await site.Page(Address);
        string[] rows =
        [
            "Stem cell blood filter tested for liver failure",
            "NCT ID NCT06904755",
            "First seen Jun 27, 2026 · Last updated Jun 27, 2026",
            "Summary",
            "This early study tests whether using mesenchymal stem cells in a blood purification device is safe and can help adults with liver failure. Ten participants will receive the treatment alongside standard care. Researchers will track survival at 28 days and check for side effects. The stem cells stay outside the body and do not enter the patient.",
            "What this could mean",
            "Our plain-language read of the trial. This is informational only — not medical advice or a prediction.",
            "Active substance",
            "mesenchymal stem cells (used outside the body in a blood purification device)",
            "What this could lead to",
            "If it works, this could point toward a new way to support liver function and improve survival in liver failure without needing a transplant.",
            "What could go wrong",
            "This is a very early Phase 1 trial with only 10 people, so it is too small to prove effectiveness. The cells work outside the body, and the main goal is safety, not a cure.",
            "Important: Disclaimer",
            "This is a summary of the original study. Summaries may miss details or leave out important information.",
            "Read the full disclaimer",
            "Before applying or accepting participation, make sure you have read and understood the full study. Curemydisease.com takes no responsibility whatsoever for anything missed, misunderstood, or acted upon as a result of our summary — we know it does not capture everything.",
            "Get updates",
            "Get notified about this study",
            "Sign up to get updates when this study changes or when new studies for acute liver failure are added.",
            "Our safety recommendation!",
            "By submitting, you agree to our Terms of use",
            "Conditions",
            "The condition(s) this trial relates to.",
            "acute liver failure",
            "liver failure",
            "As listed by the trial registrant",
            "The condition terms exactly as the trial's registrant entered them.",
            "The registrant's own terms are not in our copy. See them in the record on ClinicalTrials.gov.",
            "Contacts and locations",
            "Study contacts",
            "Contact",
            "Phone: •••-•••-•••• Hidden on this site Email: •••••@••••• Hidden on this site",
            "See contact details for NCT06904755 on ClinicalTrials.gov",
            "Locations",
            "Places and their status as we saw them on Jun 27, 2026.",
            "Zhujiang hospital",
            "Recruiting",
            "This place is looking for people now.",
            "Guangzhou, Guangdong, 510000, China",
            "Contact Phone: •••-•••-•••• Hidden on this site Email: •••••@••••• Hidden on this site",
            "See contact details for NCT06904755 on ClinicalTrials.gov",
        ];
        Assert.Equal(rows, LinesOutsideTheFields(page));
    }

    [Fact]
    public async Task The_text_of_the_page_reads_back_to_the_same_document() =>
        Assert.Equal(SeedParser.Parse(File.ReadAllText(Repository.UserSeed)).Document, PageText.ReadBack(await site.Page(Address)));

    [Fact]
    public async Task The_text_of_an_old_page_reads_back_to_the_same_document() => Assert.Equal(
        SeedParser.Parse(ExampleSeeds.All.Single(seed => seed.NctId == ExampleSeeds.Old).Text).Document,
        PageText.ReadBack(await site.Page($"/trials/{ExampleSeeds.Old}")));

    [Fact]
    public async Task Title_heading_and_canonical_address_name_the_trial()
    {
        var page = await site.Page(Address);
        Assert.Equal("Stem cell blood filter tested for liver failure - NCT06904755 - Curemydisease.com", page.Title);
        Assert.Equal("Stem cell blood filter tested for liver failure", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("http://localhost:5080/trials/NCT06904755", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Jun 27, 2026", page.QuerySelector("time[datetime='2026-06-27']")!.TextContent);
    }

    [Theory]
    [InlineData("/trials/nct06904755")]
    [InlineData("/trials/NCT-0690-4755")]
    public async Task Another_spelling_of_the_id_leads_to_the_one_address(string spelling)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(spelling);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(Address, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/trials/NCT99999999")]
    [InlineData("/trials/liver")]
    public async Task A_trial_that_is_not_here_is_not_found(string address) => await site.Page(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Both_original_study_and_contacts_lead_to_the_record()
    {
        var page = await site.Page(Address);
        foreach (var words in new[] { "original study", "record on ClinicalTrials.gov", "See contact details for NCT06904755 on ClinicalTrials.gov" })
            Assert.All(page.QuerySelectorAll("main a").Where(link => link.TextContent == words), link =>
                Assert.Equal("https://clinicaltrials.gov/study/NCT06904755", link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_hidden_contact_is_bullets_for_the_eye_and_words_for_everyone()
    {
        var page = await site.Page(Address);
        var masks = page.QuerySelectorAll(".mask");
        Assert.Equal(4, masks.Length);
        Assert.All(masks, mask => Assert.Equal("true", mask.GetAttribute("aria-hidden")));
        Assert.Empty(page.QuerySelectorAll("a[href^='tel:'], a[href^='mailto:']"));
    }

    [Fact]
    public async Task Conditions_lead_to_their_pages()
    {
        var page = await site.Page(Address);
        Assert.Equal(["/conditions/acute-liver-failure", "/conditions/liver-failure"], page.QuerySelectorAll(".names a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_the_seed_does_not_say_is_not_on_the_page()
    {
        var lines = PageText.Lines((await site.Page($"/trials/{ExampleSeeds.Bare}")).QuerySelector("main")!);
        Assert.DoesNotContain("What this could mean", lines);
        Assert.DoesNotContain("The condition(s) this trial relates to.", lines);
        Assert.Contains("Sign up to get updates when this study changes.", lines);
        Assert.Contains("No contacts are listed in our copy. See the record on ClinicalTrials.gov.", lines);
        Assert.Contains("No places are listed in our copy.", lines);
    }

    [Fact]
    public async Task Many_places_stand_by_country_and_open_ones_first()
    {
        var page = await site.Page($"/trials/{ExampleSeeds.ManyPlaces}");
        Assert.Equal(["China: 6 places", "Germany: 6 places"], page.QuerySelectorAll("h4").Select(heading => heading.TextContent));
        Assert.Equal(
            ["Hospital 7", "Hospital 9", "Hospital 11", "Hospital 6", "Hospital 8", "Hospital 10"],
            page.QuerySelector("h4 + ul")!.QuerySelectorAll(".name").Select(name => name.TextContent));
    }

    [Fact]
    public async Task An_old_status_is_told_as_past_and_not_as_open()
    {
        var page = await site.Page($"/trials/{ExampleSeeds.Old}");
        PageText.AssertInOrder(
            page,
            "This place was last known as:",
            "Recruiting",
            "This place was looking for people on Jun 30, 2025. That is more than a year ago: check before you rely on it.");
        Assert.Empty(page.QuerySelectorAll("main .tag"));
    }

    [Fact]
    public async Task Structured_data_names_the_trial_and_neither_contact_nor_benefit()
    {
        var json = (await site.Page(Address)).QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var data = JsonDocument.Parse(json);
        var trial = data.RootElement.GetProperty("@graph")[0];
        Assert.Equal("MedicalTrial", trial.GetProperty("@type").GetString());
        Assert.Equal("NCT06904755", trial.GetProperty("code").GetProperty("codeValue").GetString());
        Assert.Equal("BreadcrumbList", data.RootElement.GetProperty("@graph")[1].GetProperty("@type").GetString());
        Assert.DoesNotContain("If it works", json);
        Assert.DoesNotContain("•", json);
    }

    [Fact]
    public async Task Markup_in_a_seed_is_words_on_the_page()
    {
        var page = await site.Page($"/trials/{ExampleSeeds.ManyPlaces}");
        Assert.Equal("Trial with <b>many</b> places & \"quotes\"", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("application/ld+json", Assert.Single(page.QuerySelectorAll("script:not([src])")).GetAttribute("type"));
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal("bold", page.QuerySelector("main strong")!.TextContent);
    }

    /// <summary>The rows without what only a form has (labels, hints, the safety rules, the button) and without what we add to the seed.</summary>
    private static List<string> LinesOutsideTheFields(IDocument page)
    {
        foreach (var own in page.QuerySelectorAll("form .field, form fieldset, form .trap, form .choice, form details ul, form p:has(a[href='/privacy']), form button, .map, section:has(#ask)").ToList())
            own.Remove();
        return [.. PageText.Lines(page.QuerySelector("main")!)];
    }
}
