using System.Text.Json.Nodes;
using TrialSite.Alerts;
using TrialSite.Seeds;
using TrialSite.Tests.Import;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

/// <summary>What the golden mails tell; each name is that of its file.</summary>
internal static class GoldenMails
{
    private const string Address = "reader@mail.example.org";

    private static readonly SeedDocument Other = TestSeed.Number(900);

    private static readonly string Recruiting = Of("protocolSection.statusModule", """{"overallStatus":"RECRUITING","startDateStruct":{"date":"2024-03","type":"ACTUAL"}}""");
    private static readonly string Stopped = Of("protocolSection.statusModule", """{"overallStatus":"TERMINATED","whyStopped":"Too little money","startDateStruct":{"date":"2024-03","type":"ACTUAL"}}""");

    public static IReadOnlyDictionary<string, Func<MailScene, Task<OutboxEmail>>> All { get; } = Create();

    private static Dictionary<string, Func<MailScene, Task<OutboxEmail>>> Create()
    {
        var all = ChangeExamples.All.ToDictionary(example => FileNameOf(example.What), example => (Func<MailScene, Task<OutboxEmail>>)(scene => OfExample(scene, example)));
        all.Add("confirmation", Confirmation);
        all.Add("manage-link", ManageLink);
        all.Add("new-trial-for-a-condition", NewTrial);
        all.Add("condition-gained", ConditionGained);
        all.Add("digest-of-several-trials", Digest);
        all.Add("hundreds-of-changes", HundredsOfChanges);
        all.Add("record-trial-stopped", scene => OfRecord(scene, Recruiting, Stopped));
        all.Add("record-results-posted", scene => OfRecord(scene, Of("hasResults", "false"), TestStudy.Full));
        all.Add("record-who-can-take-part", scene => OfRecord(scene, TestStudy.Full, TestStudy.With("protocolSection.eligibilityModule", JsonNode.Parse("""{"eligibilityCriteria":"Inclusion Criteria:\n\n* Age over 20\n  * and willing\n\nExclusion Criteria:\n\n1. Cannot walk","healthyVolunteers":true,"sex":"FEMALE","minimumAge":"21 Years"}"""))));
        all.Add("record-many-places", scene => OfRecord(scene, TestStudy.Full, Of("protocolSection.contactsLocationsModule.locations", $"[{string.Join(',', Enumerable.Range(1, 300).Select(Site))}]")));
        all.Add("record-plans-changed", scene => OfRecord(scene, TestStudy.Full, Of("protocolSection.designModule", """{"studyType":"INTERVENTIONAL","phases":["PHASE2"],"enrollmentInfo":{"count":60,"type":"ESTIMATED"}}""")));
        all.Add("record-main-goal-changed", scene => OfRecord(scene, TestStudy.Full, Of("protocolSection.outcomesModule.primaryOutcomes", """[{"measure":"Steps a day","timeFrame":"1 year"}]""")));
        all.Add("record-dates-moved", scene => OfRecord(scene, TestStudy.Full, Of("protocolSection.statusModule.primaryCompletionDateStruct.date", "\"2027-02-01\"")));
        all.Add("very-long", VeryLong);
        return all;
    }

    private static string FileNameOf(string what) => Slug.From(what);

    private static async Task<OutboxEmail> OfExample(MailScene scene, ChangeExample example)
    {
        await scene.Show(Other);
        if (example.Before is { } before)
        {
            await scene.Show(Other, before.ToSeed());
            if (!before.IsListed)
                await scene.Show(Other);
        }
        await scene.Show(example.After is { } after ? [Other, after] : [Other]);
        var nctId = TestSeed.NctIdOf(TestSeed.Number(1));
        var version = await scene.Site.KnownTrial(TestSeed.Number(1));
        return await FollowerOf(scene, Topic.Of(nctId), await scene.Change(nctId, version.Version));
    }

    private static async Task<OutboxEmail> OfRecord(MailScene scene, string before, string after)
    {
        await scene.Site.Import(before);
        scene.Site.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.Site.Import(after);
        var nctId = TestStudy.Record().NctId;
        return await FollowerOf(scene, Topic.Of(nctId), await scene.Change(nctId, 2));
    }

    private static string Of(string path, string json) => TestStudy.With(path, JsonNode.Parse(json));

    private static string Site(int number) => $$"""{"facility":"Clinic {{number}}","status":"RECRUITING","city":"City {{number % 90}}","country":"Country {{(char)('A' + (number % 9))}}"}""";

    private static async Task<OutboxEmail> Confirmation(MailScene scene)
    {
        await scene.Show(TestSeed.Number(1));
        return await scene.Confirmation(await scene.SignUp(Address, Topic.Of(TestSeed.NctIdOf(TestSeed.Number(1))), Topic.OfConditionNamed("knee pain")));
    }

    private static async Task<OutboxEmail> ManageLink(MailScene scene) => await scene.ManageLink(await scene.Confirm(Address));

    private static async Task<OutboxEmail> NewTrial(MailScene scene)
    {
        await scene.Show(Other);
        await scene.Show(Other, TestSeed.Number(1));
        return await FollowerOf(scene, Topic.OfConditionNamed("knee pain"), await scene.Change(TestSeed.NctIdOf(TestSeed.Number(1)), 1));
    }

    private static async Task<OutboxEmail> ConditionGained(MailScene scene)
    {
        await scene.Show(TestSeed.Number(1) with { Conditions = ["osteoarthritis"] });
        await scene.Show(TestSeed.Number(1));
        return await FollowerOf(scene, Topic.OfConditionNamed("knee pain"), await scene.Change(TestSeed.NctIdOf(TestSeed.Number(1)), 2));
    }

    private static async Task<OutboxEmail> Digest(MailScene scene)
    {
        var (first, second, third) = (TestSeed.Number(1), TestSeed.Number(2), TestSeed.Number(3));
        await scene.Show(first, second);
        var closed = first with { Locations = [first.Locations[0] with { Status = "ACTIVE_NOT_RECRUITING" }] };
        await scene.Show(closed, second);
        await scene.Show(closed with { PlainLanguageRead = first.PlainLanguageRead! with { CouldLeadTo = "If it works, knees may hurt a little less." } }, second with { Title = "Swimming tested for sore knees" }, third);
        var subscriber = await scene.Confirm(Address);
        var ofFirst = await scene.Follow(subscriber, Topic.Of(TestSeed.NctIdOf(first)), AlertFrequency.Weekly);
        var ofSecond = await scene.Follow(subscriber, Topic.Of(TestSeed.NctIdOf(second)), AlertFrequency.Weekly);
        var ofCondition = await scene.Follow(subscriber, Topic.OfConditionNamed("osteoarthritis"), AlertFrequency.Weekly);
        return await scene.Alert(
            subscriber,
            (await scene.Change(TestSeed.NctIdOf(first), 2), ofFirst),
            (await scene.Change(TestSeed.NctIdOf(first), 3), ofFirst),
            (await scene.Change(TestSeed.NctIdOf(second), 2), ofSecond),
            (await scene.Change(TestSeed.NctIdOf(third), 1), ofCondition));
    }

    private static async Task<OutboxEmail> HundredsOfChanges(MailScene scene)
    {
        var seed = TestSeed.Number(1);
        await scene.Show(seed);
        await scene.Show(seed with { RegistrantConditions = [.. seed.RegistrantConditions, .. Enumerable.Range(1, 300).Select(Term)] });
        return await FollowerOf(scene, Topic.Of(TestSeed.NctIdOf(seed)), await scene.Change(TestSeed.NctIdOf(seed), 2));
    }

    /// <summary>Hundreds of changes in some of many trials, in a script whose letters take the most room.</summary>
    private static async Task<OutboxEmail> VeryLong(MailScene scene)
    {
        var seeds = TestSeed.Numbers(1, 40).Select(seed => seed with { Title = $"膝蓋疼痛的步行計劃 {seed.NctId}", Summary = string.Concat(Enumerable.Repeat("每天步行是否有幫助？", 60)) }).ToArray();
        await scene.Show(seeds);
        await scene.Show([.. seeds.Select(seed => seed with { RegistrantConditions = [.. seed.RegistrantConditions, .. Enumerable.Range(1, seed.NctId!.EndsWith('1') ? 300 : 3).Select(Term)] })]);
        var subscriber = await scene.Confirm(Address);
        var told = new List<(int, Subscription)>();
        foreach (var seed in seeds)
            told.Add((await scene.Change(TestSeed.NctIdOf(seed), 2), await scene.Follow(subscriber, Topic.Of(TestSeed.NctIdOf(seed)))));
        return await scene.Alert(subscriber, told);
    }

    private static string Term(int number) => $"膝蓋疼痛 {number}";

    private static async Task<OutboxEmail> FollowerOf(MailScene scene, Topic topic, int change)
    {
        var subscriber = await scene.Confirm(Address);
        return await scene.Alert(subscriber, (change, await scene.Follow(subscriber, topic)));
    }
}
