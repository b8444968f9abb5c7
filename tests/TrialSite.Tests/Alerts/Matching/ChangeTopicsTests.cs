using System.Text.Json.Nodes;
using TrialSite.Alerts;
using TrialSite.Tests.Registry;

namespace TrialSite.Tests.Alerts;

public sealed class ChangeTopicsTests : IAsyncLifetime
{
    private const string Conditions = "protocolSection.conditionsModule.conditions";
    private TestSite site = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        await site.ReseedWith(TestSeed.Number(1));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Who_follows_a_condition_hears_of_a_new_trial_for_a_kind_of_it()
    {
        var ofLiverFailure = await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("liver failure"));
        var ofBoth = await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("liver disease"), Topic.OfConditionNamed("acute liver failure"));
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("acute-on-chronic liver failure"), Topic.OfConditionNamed("fatty liver"));
        await site.ReseedWith(TestSeed.Number(2) with { Conditions = ["acute liver failure"] });

        Assert.Equal(2, await site.Match());

        Assert.Equal([ofLiverFailure, ofBoth], (await site.Deliveries()).Select(delivery => delivery.SubscriberId).Order());
    }

    [Theory]
    [InlineData("heart attack", "Acute Myocardial Infarction")]
    [InlineData("ALF", "Liver Failure, Acute")]
    [InlineData("lung cancer", "NSCLC")]
    public async Task Who_follows_a_condition_hears_of_a_new_trial_under_any_of_its_names(string followed, string written)
    {
        await site.Import(TestStudy.With(Conditions, new JsonArray("Stroke")));
        var person = await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed(followed));
        await site.Import(TestStudy.With(Conditions, new JsonArray(written)).Replace(TestStudy.NctId, TestStudy.Id(5), StringComparison.Ordinal));

        Assert.Equal(1, await site.Match());

        Assert.Equal(person, Assert.Single(await site.Deliveries()).SubscriberId);
    }

    [Fact]
    public async Task A_condition_that_a_trial_gains_is_told_with_what_it_is_a_kind_of()
    {
        var person = await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("liver failure"));
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("arthritis"));
        var seed = TestSeed.Number(1);
        await site.ReseedWith(seed with { Conditions = [.. seed.Conditions, "acute liver failure"] });

        Assert.Equal(1, await site.Match());

        Assert.Equal(person, Assert.Single(await site.Deliveries()).SubscriberId);
    }

    [Fact]
    public async Task Another_name_for_what_a_trial_is_listed_under_makes_it_new_for_nobody()
    {
        await site.Follow(AlertFrequency.AtOnce, Topic.OfConditionNamed("osteoarthritis"), Topic.OfConditionNamed("arthritis"));
        var seed = TestSeed.Number(1);
        await site.ReseedWith(seed with { Conditions = ["knee pain", "OA"], RegistrantConditions = [.. seed.RegistrantConditions, "Osteoarthritis"] });

        Assert.Equal(0, await site.Match());
    }
}
