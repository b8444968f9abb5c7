using System.Text.Json.Nodes;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Store;

public sealed class SqliteConditionRegisterTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async Task InitializeAsync() => site = await TestSite.Open();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_condition_has_every_name_that_leads_to_it_and_its_number_in_the_thesaurus()
    {
        await site.Import(Study(1, ["Acute Myocardial Infarction", "Weariness of walkers"], ("D000009203", "Myocardial Infarction")));

        Assert.Equal("heart attack D009203", await site.Scalar("SELECT Name || ' ' || MeshId FROM Conditions WHERE Slug = 'heart-attack'"));
        Assert.Equal("1", await site.Scalar("SELECT COUNT(*) FROM Conditions WHERE Slug = 'weariness-of-walkers' AND MeshId IS NULL"));
        Assert.Equal(
            "Lay ami, Lay mi, Mesh myocardial infarction, Plain heart attack, Registrant acute myocardial infarction",
            await site.Scalar("""
                SELECT group_concat(said, ', ') FROM (
                    SELECT Kind || ' ' || Key AS said FROM ConditionSpellings JOIN Conditions ON Id = ConditionId
                    WHERE Slug = 'heart-attack' AND (Key IN ('mi', 'ami') OR Kind <> 'Lay') ORDER BY said)
                """));
        Assert.Equal("heart attack < heart and blood vessel disease, heart attack < heart disease, heart attack < ischemic heart disease", await Pairs("heart-attack"));
    }

    [Fact]
    public async Task What_the_registry_files_a_trial_under_is_a_kind_of_what_stands_above_it()
    {
        await site.Import(Study(1, ["Takotsubo Trouble"], ("D900001", "Takotsubo Trouble"), above: ("D900002", "Heart Troubles")));

        Assert.Equal("takotsubo trouble < heart troubles", await Pairs("takotsubo-trouble"));
    }

    [Fact]
    public async Task Of_a_trial_about_two_conditions_nobody_knows_which_stands_above_which()
    {
        await site.Import(Study(1, ["Takotsubo Trouble", "Knee Trouble"], ("D900001", "Takotsubo Trouble"), ("D900003", "Knee Trouble"), above: ("D900002", "Heart Troubles")));

        Assert.Equal("0", await site.Scalar("SELECT COUNT(*) FROM BroaderConditions"));
    }

    [Fact]
    public async Task What_is_known_is_not_written_again()
    {
        await site.Import(Study(1, ["Acute Myocardial Infarction"], ("D000009203", "Myocardial Infarction")));
        var before = await Everything();
        await site.Import(Study(2, ["Acute Myocardial Infarction"], ("D009203", "Myocardial Infarction")), Study(3, ["heart attack"]));

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_trial_is_listed_under_the_plain_name_whoever_says_it()
    {
        await site.Import(Study(1, ["NSCLC"]));
        site.Write(TestSeed.Number(2) with { Conditions = ["Non Small Cell Lung Cancer"] });
        await site.Reseed();

        var pages = site.Scope().ServiceProvider;
        var page = await ((ConditionPages)pages.GetService(typeof(ConditionPages))!).Of("lung-cancer", null, default);

        Assert.Equal(2, page!.Total);
        Assert.Equal(["non-small cell lung cancer"], page.Narrower.Select(hit => hit.Name));
    }

    [Fact]
    public async Task Narrower_conditions_with_most_trials_and_the_nearest_broader_ones_come_first()
    {
        (string, string) mid = ("D8", "Mid disease"), top = ("D9", "Top disease");
        await site.Import(
            Study(1, ["Alpha disease"], [("D2", "Alpha disease")], [top]),
            Study(2, ["Beta disease"], [("D1", "Beta disease")], [top, mid]),
            Study(3, ["Beta disease"], [("D1", "Beta disease")], [top, mid]));

        var pages = (ConditionPages)site.Scope().ServiceProvider.GetService(typeof(ConditionPages))!;

        Assert.Equal([("beta disease", 2), ("alpha disease", 1)], (await pages.Of("top-disease", null, default))!.Narrower.Select(hit => (hit.Name, hit.TrialCount)));
        Assert.Equal([("mid disease", 2), ("top disease", 3)], (await pages.Of("beta-disease", null, default))!.Broader.Select(hit => (hit.Name, hit.TrialCount)));
    }

    private async Task<string> Pairs(string slug) => await site.Scalar($"""
        SELECT group_concat(said, ', ') FROM (
            SELECT one.Name || ' < ' || other.Name AS said FROM BroaderConditions JOIN Conditions one ON one.Id = ConditionId JOIN Conditions other ON other.Id = BroaderId
            WHERE one.Slug = '{slug}' ORDER BY said)
        """);

    private Task<string> Everything() => site.Scalar("""
        SELECT (SELECT group_concat(Id || Slug || Name || ifnull(MeshId, '')) FROM Conditions) || (SELECT COUNT(*) FROM ConditionSpellings) || ' ' || (SELECT COUNT(*) FROM BroaderConditions)
        """);

    private static string Study(int number, string[] conditions, params (string Id, string Term)[] tags) => Study(number, conditions, tags, []);

    private static string Study(int number, string[] conditions, (string Id, string Term) tag, (string Id, string Term) above) => Study(number, conditions, [tag], [above]);

    private static string Study(int number, string[] conditions, (string Id, string Term) tag, (string Id, string Term) other, (string Id, string Term) above) => Study(number, conditions, [tag, other], [above]);

    private static string Study(int number, string[] conditions, (string Id, string Term)[] tags, (string Id, string Term)[] above)
    {
        var study = JsonNode.Parse(TestStudy.Full.Replace(TestStudy.NctId, TestStudy.Id(number), StringComparison.Ordinal))!;
        study["protocolSection"]!["identificationModule"]!.AsObject().Remove("nctIdAliases");
        study["protocolSection"]!["conditionsModule"] = new JsonObject { ["conditions"] = new JsonArray([.. conditions.Select(condition => JsonValue.Create(condition))]) };
        study["derivedSection"]!["conditionBrowseModule"] = new JsonObject { ["meshes"] = Terms(tags), ["ancestors"] = Terms(above) };
        return study.ToJsonString();
    }

    private static JsonArray Terms((string Id, string Term)[] terms) => [.. terms.Select(term => new JsonObject { ["id"] = term.Id, ["term"] = term.Term })];
}
