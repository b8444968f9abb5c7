using AngleSharp.Dom;
using TrialSite.Registry;

namespace TrialSite.Web.Tests.Pages;

/// <summary>Questions that fit the trial, and none that supposes what the record does not say; it is Jul 1, 2026.</summary>
public sealed class QuestionsToAskTests(RegistryFixture site) : IClassFixture<RegistryFixture>
{
    private const int MostWords = 20;

    [Fact]
    public async Task The_users_seed_is_asked_about_its_phase_and_the_way_to_its_place()
    {
        var questions = Questions(await site.Page("/trials/NCT06904755"));
        Assert.Contains("What does phase 1 mean for me? How much is known about harm so far?", questions);
        Assert.Contains("How often would I have to go to Guangzhou, and for how long?", questions);
        Assert.DoesNotContain(questions, question => question.Contains("placebo", StringComparison.Ordinal) || question.Contains("chance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_placebo_chance_two_phases_and_many_places_are_asked_about()
    {
        var questions = await QuestionsOf(record => record with
        {
            PhaseWords = ["PHASE2", "PHASE3"],
            Interventions = [new("DRUG", "Newmab", null, []), new("DRUG", "Matching Placebo", null, [])],
            Locations = [Place("Oslo"), Place("Bergen")],
        });
        Assert.Contains("What do phases 2 and 3 mean for me? What good and what harm was seen so far?", questions);
        Assert.Contains("I read of a placebo, which has no active substance. Could I get it, and for how long?", questions);
        Assert.Contains("Does chance decide what I get? Would you and I know what it is?", questions);
        Assert.Contains("Which place is best for me? How often would I have to go there?", questions);
    }

    [Fact]
    public async Task A_trial_that_takes_nobody_is_asked_for_others_like_it()
    {
        var questions = await QuestionsOf(record => record with { StatusWord = "COMPLETED", HasResults = true });
        Assert.Equal(
            ["Nobody new can join this trial now. Is there one like it that I could join?", "The results are posted. What do they mean for my care?", "Is what was tested a choice for me?", "What else could I do?"],
            questions);
    }

    [Fact]
    public async Task A_status_that_nobody_confirmed_is_asked_about_first() =>
        Assert.Equal("Can people still join? Could you ask the research team?", (await QuestionsOf(record => record with { StatusVerified = PartialDate.OfDay(new DateOnly(2025, 1, 1)) }))[0]);

    [Fact]
    public async Task An_observational_study_is_not_asked_about_treatment()
    {
        var questions = await QuestionsOf(record => record with { TypeWord = "OBSERVATIONAL", PhaseWords = [], Interventions = [], Title = "A study", OfficialTitle = null, BriefSummary = null });
        Assert.Contains("What would I have to do: visits, tests, questions? Who would see my data?", questions);
        Assert.DoesNotContain(questions, question => question.Contains("go wrong", StringComparison.Ordinal) || question.Contains("chance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_treatment_outside_trials_is_asked_for_by_the_doctor() =>
        Assert.Contains("Is this treatment a choice for me? Could you ask for it?", await QuestionsOf(record => record with { TypeWord = "EXPANDED_ACCESS", StatusWord = "AVAILABLE" }));

    [Theory]
    [InlineData("EARLY_PHASE1", "What does phase 1 mean for me?")]
    [InlineData("PHASE2", "What does phase 2 mean for me?")]
    [InlineData("PHASE3", "What does phase 3 mean for me?")]
    [InlineData("PHASE4", "What does phase 4 mean for me?")]
    [InlineData("NA", null)]
    public async Task Each_phase_has_its_question(string phase, string? start)
    {
        var questions = await QuestionsOf(record => record with { PhaseWords = [phase] });
        if (start is null)
            Assert.DoesNotContain(questions, question => question.Contains("phase", StringComparison.Ordinal));
        else
            Assert.Contains(questions, question => question.StartsWith(start, StringComparison.Ordinal));
        Assert.All(questions.SelectMany(question => question.Split(['?', '.'])), sentence => Assert.True(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords, sentence));
    }

    private static RegistryLocation Place(string city) => new("Hospital", "RECRUITING", city, null, null, "Norway", null, []);

    private static List<string> Questions(IDocument page) => [.. page.QuerySelectorAll("section:has(#ask) li").Select(question => question.TextContent)];

    private async Task<List<string>> QuestionsOf(Func<RegistryRecord, RegistryRecord> change)
    {
        const string id = "NCT09000041";
        await site.Keep(RegistryFixture.Study(id, record => change(record with { StatusWord = "RECRUITING", LastKnownStatusWord = null, StatusVerified = PartialDate.OfDay(new DateOnly(2026, 6, 1)) })));
        return Questions(await site.Page($"/trials/{id}"));
    }
}
