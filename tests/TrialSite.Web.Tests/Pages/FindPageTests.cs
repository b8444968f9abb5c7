using System.Net;
using AngleSharp.Dom;

namespace TrialSite.Web.Tests.Pages;

/// <summary>Three trials: the user's of liver failure, one of heart failure for women from 18 years on in Norway, one of stroke.</summary>
public sealed class FindPageTests(RegistryFixture site) : IClassFixture<RegistryFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => site.Keep(
        RegistryFixture.Study("NCT09000010", record => record with { Eligibility = record.Eligibility! with { SexWord = "FEMALE" } }),
        RegistryFixture.Study("NCT09000011", record => record with { Title = "Early speech after a stroke", Conditions = ["Stroke"], MeshConditions = [] }));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/find", "What illness or condition is it?")]
    [InlineData("/find?ask=age", "How old are you?")]
    [InlineData("/find?ask=sex", "Are you female or male?")]
    [InlineData("/find?ask=place", "Where do you live?")]
    [InlineData("/find?ask=distance&near=Oslo", "How far can you travel?")]
    public async Task Each_page_asks_one_question(string address, string question)
    {
        var page = await site.Page(address);

        Assert.Equal(question, page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{question} - Find a trial - Curemydisease.com", page.Title);
        Assert.Single(page.QuerySelectorAll("main form"));
        Assert.Equal("Continue", Assert.Single(page.QuerySelectorAll("main button")).TextContent);
        Assert.Single(page.QuerySelectorAll("main input:not([type=hidden])").Select(input => input.GetAttribute("name")).Distinct());
        Assert.Single(page.QuerySelectorAll("main a"), link => link.TextContent == "Skip this question");
        Assert.Empty(page.QuerySelectorAll("main script, [role=alert]"));
    }

    [Fact]
    public async Task The_question_is_the_label_of_its_field()
    {
        Assert.Equal("q", (await site.Page("/find")).QuerySelector("h1 label")!.GetAttribute("for"));
        var choice = (await site.Page("/find?ask=sex")).QuerySelector("fieldset")!;
        Assert.Equal("question", choice.GetAttribute("aria-labelledby"));
        Assert.Equal("question hint", $"{choice.GetAttribute("aria-labelledby")} {choice.GetAttribute("aria-describedby")}");
    }

    [Fact]
    public async Task From_question_to_question_to_the_results()
    {
        var age = await Continue(await site.Page("/find"), "liver failure");
        Assert.Equal("How old are you?", age.QuerySelector("h1")!.TextContent);
        Assert.Equal("liver failure", Answer(age, "Condition"));

        var place = await Continue(age, "47");
        // No trial of liver failure here takes only one sex.
        Assert.Equal("Where do you live?", place.QuerySelector("h1")!.TextContent);
        Assert.Equal("47 years", Answer(place, "Age"));

        var distance = await Continue(place, "Guangzhou");
        Assert.Equal("How far can you travel?", distance.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Guangzhou, ", Answer(distance, "Place"), StringComparison.Ordinal);
        Assert.True(distance.QuerySelector("#within-50")!.HasAttribute("checked"));

        Assert.Equal("/trials?q=liver%20failure&age=47&near=Guangzhou&within=100", await Goal(distance, "100"));
    }

    [Fact]
    public async Task Sex_is_asked_where_a_trial_takes_only_one()
    {
        var sex = await Continue(await site.Page("/find?ask=age&q=heart%20failure"), "47");
        Assert.Equal("Are you female or male?", sex.QuerySelector("h1")!.TextContent);

        var place = await Continue(sex, "male");
        Assert.Equal("Male", Answer(place, "Sex"));
        Assert.Contains("No trial fits all these answers.", place.QuerySelector("#answers")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_can_be_skipped()
    {
        var (address, asked) = ("/find", new List<string>());
        while (address.StartsWith("/find", StringComparison.Ordinal))
        {
            var page = await site.Page(address);
            asked.Add(page.QuerySelector("h1")!.TextContent);
            address = page.QuerySelectorAll("main a").Single(link => link.TextContent == "Skip this question").GetAttribute("href")!;
        }

        Assert.Equal(["What illness or condition is it?", "How old are you?", "Are you female or male?", "Where do you live?"], asked);
        Assert.Equal("/trials", address);
    }

    [Theory]
    [InlineData("/find?ask=distance&q=stroke&near=Oslo", "/trials?q=stroke&near=Oslo&within=any")]
    [InlineData("/find?ask=place&q=stroke&near=Oslo", "/trials?q=stroke")]
    [InlineData("/find?ask=age&q=stroke&age=47&near=Oslo", "/find?ask=place&q=stroke&near=Oslo")]
    [InlineData("/find?ask=condition&then=place&q=stroke&age=47", null)]
    [InlineData("/find?then=place&q=stroke&age=47", "/find?ask=place&age=47")]
    public async Task Skipping_takes_the_answer_away(string address, string? goal)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        var page = await SiteFixture.Read(response);
        Assert.Equal(goal is null ? HttpStatusCode.MovedPermanently : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(goal, page.QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == "Skip this question")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Going_back_keeps_the_answers()
    {
        var page = await site.Page("/find?ask=place&q=stroke&age=47");
        Assert.Equal("/find?ask=age&q=stroke&age=47", page.QuerySelectorAll("main a").Single(link => link.TextContent == "Go back").GetAttribute("href"));
        Assert.Equal("47", (await site.Page("/find?ask=age&q=stroke&age=47")).QuerySelector("#age")!.GetAttribute("value"));
        Assert.DoesNotContain((await site.Page("/find")).QuerySelectorAll("main a"), link => link.TextContent == "Go back");
    }

    [Fact]
    public async Task A_changed_answer_leads_back_to_where_one_was()
    {
        var place = await site.Page("/find?ask=place&q=stroke&age=47");
        var change = place.QuerySelectorAll("dl a").Single(link => link.TextContent == "Change the condition").GetAttribute("href")!;
        var condition = await site.Page(change);
        Assert.Equal("stroke", condition.QuerySelector("#q")!.GetAttribute("value"));

        var again = await Continue(condition, "liver failure");
        Assert.Equal("Where do you live?", again.QuerySelector("h1")!.TextContent);
        Assert.Equal(("liver failure", "47 years"), (Answer(again, "Condition"), Answer(again, "Age")));
    }

    [Fact]
    public async Task An_unknown_condition_is_asked_again_with_names_that_could_be_meant()
    {
        var page = await Continue(await site.Page("/find"), "livr failur");

        Assert.Equal("Error: What illness or condition is it? - Find a trial - Curemydisease.com", page.Title);
        Assert.Equal("We found no trial for “livr failur”. Check the spelling, or try another name.", page.QuerySelector("[role=alert] a[href='#q']")!.TextContent);
        Assert.Equal("livr failur", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("hint q-problem", page.QuerySelector("#q")!.GetAttribute("aria-describedby"));
        Assert.Contains("/find?ask=age&q=liver%20failure", page.QuerySelectorAll(".names a").Select(link => link.GetAttribute("href")));
        // Who goes on without it comes to the question that was next.
        Assert.Equal("/find?ask=age", page.QuerySelectorAll("main a").Single(link => link.TextContent == "Skip this question").GetAttribute("href"));
    }

    [Fact]
    public async Task A_condition_without_trials_leads_to_its_sign_up()
    {
        var page = await site.Page("/find?ask=age&q=asthma");
        Assert.NotNull(page.QuerySelector("main a[href='/conditions/asthma']"));
    }

    [Theory]
    [InlineData("old")]
    [InlineData("999")]
    public async Task An_age_that_is_none_is_asked_again(string age)
    {
        var page = await site.Page($"/find?ask=place&q=stroke&age={age}");

        Assert.Equal("How old are you?", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("[role=alert] a[href='#age']"));
        Assert.Equal(age, page.QuerySelector("#age")!.GetAttribute("value"));
        Assert.Equal("stroke", page.QuerySelector("input[type=hidden][name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unknown_place_is_asked_again_with_places_of_nearly_that_name()
    {
        var page = await Continue(await site.Page("/find?ask=place&q=stroke"), "Guangzho, China");

        Assert.Equal("Where do you live?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Guangzho, China", page.QuerySelector("#near[aria-invalid=true]")!.GetAttribute("value"));
        Assert.StartsWith("We know no place called “Guangzho, China”.", page.QuerySelector("[role=alert] a[href='#near']")!.TextContent, StringComparison.Ordinal);
        var meant = page.QuerySelectorAll(".names a").First(link => link.TextContent.StartsWith("Guangzhou, ", StringComparison.Ordinal));
        Assert.Equal("How far can you travel?", (await site.Page(meant.GetAttribute("href")!)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Namesakes_of_a_place_are_offered()
    {
        var page = await site.Page("/find?ask=distance&near=Springfield");
        Assert.Equal("Springfield, Missouri, United States", Answer(page, "Place"));
        Assert.Contains("Springfield, Illinois, United States", page.QuerySelectorAll(".names a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("/find?ask=condition&q=stroke", "/find?q=stroke", HttpStatusCode.MovedPermanently)]
    [InlineData("/find?q=stroke&utm_source=x", "/find?q=stroke", HttpStatusCode.MovedPermanently)]
    [InlineData("/find?ask=age&q=", "/find?ask=age", HttpStatusCode.MovedPermanently)]
    [InlineData("/find?ask=age&q=nct%2006904755", "/trials/NCT06904755", HttpStatusCode.Redirect)]
    [InlineData("/find?ask=distance&q=stroke", "/trials?q=stroke", HttpStatusCode.Redirect)]
    [InlineData("/find?ask=sex&q=liver", "/find?ask=place&q=liver", HttpStatusCode.Redirect)]
    public async Task Where_there_is_nothing_to_ask_the_address_leads_on(string address, string goal, HttpStatusCode status)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        Assert.Equal((goal, status), (response.Headers.Location?.OriginalString, response.StatusCode));
    }

    [Fact]
    public async Task Only_the_first_question_may_be_found_by_search_engines()
    {
        Assert.Null((await site.Page("/find")).QuerySelector("meta[name=robots]"));
        var page = await site.Page("/find?ask=age&q=stroke");
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("http://localhost:5080/find", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Answers_are_kept_in_the_address_alone()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/find?ask=distance&q=secret-word&q=stroke&near=Tromso");
        using var placed = await visitor.GetAsync("/find?ask=distance&q=stroke&near=Tromso");
        Assert.True(placed.Headers.CacheControl!.NoStore);
        Assert.False(placed.Headers.Contains("Set-Cookie"));
        foreach (var file in Directory.GetFiles(Path.Combine(site.DataFolder, "logs")))
        {
            using var log = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var text = await log.ReadToEndAsync();
            Assert.DoesNotContain("Tromso", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("secret-word", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Home_and_the_page_without_results_lead_to_it()
    {
        Assert.NotNull((await site.Page("/")).QuerySelector("main a[href='/find']"));
        Assert.NotNull((await site.Page("/trials?q=zzzzzz")).QuerySelector("main a[href='/find']"));
    }

    /// <summary>Fills the one field and presses the button, as a browser without scripts does.</summary>
    private async Task<IDocument> Continue(IDocument page, string value) => await site.Page(await Goal(page, value));

    /// <summary>Where the form leads with this value in its field, after all redirects of ours.</summary>
    private async Task<string> Goal(IDocument page, string value)
    {
        var form = page.QuerySelector("main form")!;
        var pairs = form.QuerySelectorAll("input[type=hidden]").Select(input => (Name: input.GetAttribute("name"), Value: input.GetAttribute("value")!))
            .Append((Name: form.QuerySelector("input:not([type=hidden])")!.GetAttribute("name"), Value: value));
        var address = $"{form.GetAttribute("action")}?{string.Join('&', pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))}";
        using var visitor = site.Visitor();
        while (true)
        {
            using var response = await visitor.GetAsync(address);
            if (response.Headers.Location is not { } further)
                return address;
            address = further.OriginalString;
        }
    }

    private static string Answer(IDocument page, string name)
    {
        var said = page.QuerySelectorAll("dl.glance > div").Single(row => row.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!;
        return said.ChildNodes[0].TextContent.Trim();
    }
}
