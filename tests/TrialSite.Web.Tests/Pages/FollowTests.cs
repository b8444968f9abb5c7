using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Tests.Pages;

public sealed class FollowTests(CatalogueFixture site) : IClassFixture<CatalogueFixture>
{
    [Fact]
    public async Task A_sign_up_is_kept_without_the_readable_address()
    {
        using var response = await Send(await FilledIn());
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/follow/check-your-email", response.Headers.Location!.OriginalString);
        var signUp = Assert.Single(await SignUps(), kept => kept.Topics.Contains("trial:NCT06904755"));
        Assert.Equal(["trial:NCT06904755", "condition:acute-liver-failure"], signUp.Topics);
        Assert.Equal(AlertFrequency.AtOnce, signUp.Frequency);
        Assert.Equal(FollowForm.ConsentVersion, signUp.ConsentVersion);
        Assert.DoesNotContain("pat@example.org", signUp.EncryptedAddress);
    }

    [Fact]
    public async Task A_condition_can_be_followed_before_it_has_a_trial()
    {
        var fields = await FilledIn(from: "/conditions/gout", expected: HttpStatusCode.NotFound);

        using var response = await Send(fields);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains(await SignUps(), signUp => signUp.Topics.SequenceEqual(["condition:gout"]));
    }

    [Fact]
    public async Task What_happens_next_is_said_on_a_page_of_its_own()
    {
        var page = await site.Page("/follow/check-your-email");
        var lines = PageText.Lines(page.QuerySelector("main")!);
        Assert.Contains("We send you one email with a link. Open the link and press the button on the page. Only then do you get updates. Until then we send you nothing else.", lines);
        Assert.Contains("The link works for 7 days. If you do not use it, we erase your sign-up.", lines);
        Assert.Contains("Look in your spam folder.", lines);
        Assert.NotNull(page.QuerySelector("main a[href='/privacy']"));
    }

    [Theory]
    [InlineData("/trials/NCT06904755")]
    [InlineData("/conditions/stroke")]
    public async Task The_form_says_that_a_mail_asks_to_confirm(string address) =>
        Assert.Contains("We send you one email with a link. Open it and press the button. Until then we send nothing else.", (await site.Page(address)).QuerySelector("form.form")!.TextContent);

    [Theory]
    [InlineData("email", "", "Write your email address.")]
    [InlineData("email", "pat@", "Write the whole email address, like name@example.org.")]
    [InlineData("topics", "", "Tick at least one thing to hear about.")]
    [InlineData("topics", "trial:NCT05000001", "Tick at least one thing to hear about.")]
    [InlineData("frequency", "hourly", "Choose how often we may write.")]
    [InlineData("consent", "", "Tick the box if you agree. We cannot write to you without it.")]
    public async Task What_is_wrong_is_said_on_top_and_beside_the_field(string field, string value, string words)
    {
        var fields = await FilledIn();
        fields.RemoveAll(pair => pair.Key == field);
        if (value != "")
            fields.Add(new(field, value));
        var page = await Refused(fields);
        var link = Assert.Single(page.QuerySelectorAll(".problems a"));
        Assert.Equal(words, link.TextContent);
        Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..]));
        Assert.EndsWith(words, page.GetElementById($"{field}-problem")!.TextContent);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var fields = await FilledIn();
        fields.RemoveAll(pair => pair.Key is "email" or "topics" or "frequency" or "consent");
        var page = await Refused(fields);
        Assert.Equal(["#email", "#topics", "#frequency", "#consent"], page.QuerySelectorAll(".problems a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_flood_of_fields_is_refused()
    {
        using var response = await Send([.. await FilledIn(), .. Enumerable.Range(0, 17).Select(i => KeyValuePair.Create($"field{i}", "x"))]);
        await AssertNotRead(response);
    }

    [Fact]
    public async Task A_value_of_too_many_characters_is_refused()
    {
        using var response = await Send([.. await FilledIn(), new("more", new string('x', 2049))]);
        await AssertNotRead(response);
    }

    [Fact]
    public async Task The_summary_of_problems_has_the_focus_and_what_was_typed_is_kept()
    {
        var fields = await FilledIn();
        fields.RemoveAll(pair => pair.Key is "consent" or "frequency" || pair is { Key: "topics", Value: "trial:NCT06904755" });
        fields.AddRange([new("frequency", "weekly"), new("topics", "condition:liver-failure")]);
        var page = await Refused(fields);
        Assert.StartsWith("Error: ", page.Title);
        var summary = page.QuerySelector(".problems")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("There is a problem", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("pat@example.org", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal(
            ["condition:acute-liver-failure", "condition:liver-failure", "weekly"],
            page.QuerySelectorAll("form.form [checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task A_program_that_fills_in_every_field_is_thanked_and_forgotten()
    {
        var before = (await SignUps()).Count;
        var fields = await FilledIn();
        fields.RemoveAll(pair => pair.Key == "website");
        using var response = await Send([.. fields, new("website", "https://spam.example")]);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(before, (await SignUps()).Count);
    }

    [Theory]
    [InlineData("trial:NCT99999999")]
    [InlineData("condition:none")]
    [InlineData("else")]
    public async Task A_form_about_nothing_we_have_is_refused(string about)
    {
        var fields = await FilledIn();
        fields.RemoveAll(pair => pair.Key == "about");
        using var response = await Send([.. fields, new("about", about)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task The_form_sets_no_cookie_and_holds_no_token()
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync("/trials/NCT06904755");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Null((await SiteFixture.Read(response)).QuerySelector("[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task The_words_of_consent_and_their_version_change_together()
    {
        var page = await site.Page("/trials/NCT06904755");
        Assert.Equal("2026-11-27b", FollowForm.ConsentVersion);
        Assert.Equal(
            "I agree that this site keeps my email address and the topics I ticked. Once I have confirmed my sign-up, it may write to me about them. The topics can say something about my health. I can take this back at any time: the page about privacy says how.",
            page.QuerySelector("label[for=consent]")!.TextContent.Trim());
    }

    private async Task<List<KeyValuePair<string, string>>> FilledIn(string from = "/trials/NCT06904755", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await site.Page(from, expected);
        var fields = page.QuerySelectorAll("form.form input").Cast<IHtmlInputElement>()
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Select(input => KeyValuePair.Create(input.Name!, input.Name == "email" ? "pat@example.org" : input.Value));
        return [.. fields, new("consent", "yes")];
    }

    private async Task<HttpResponseMessage> Send(List<KeyValuePair<string, string>> fields)
    {
        using var visitor = site.Visitor();
        using var form = new FormUrlEncodedContent(fields);
        return await visitor.PostAsync("/follow", form);
    }

    private static async Task AssertNotRead(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not read that request", (await SiteFixture.Read(response)).QuerySelector("h1")!.TextContent);
    }

    private async Task<IDocument> Refused(List<KeyValuePair<string, string>> fields)
    {
        using var response = await Send(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return await SiteFixture.Read(response);
    }

    private async Task<List<SignUp>> SignUps()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TrialDbContext>().SignUps.ToListAsync();
    }
}
