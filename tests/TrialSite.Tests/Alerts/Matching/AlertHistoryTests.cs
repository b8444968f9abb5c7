using CsCheck;
using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Store;

namespace TrialSite.Tests.Alerts;

/// <summary>
/// Whatever editors do, and however irregularly mails are made: what a person was mailed adds up to the difference between the first and the last
/// version, each piece once.
/// </summary>
public sealed class AlertHistoryTests
{
    private const int TrialCount = 3;

    private enum Edit
    {
        Nothing,
        NewTitle,
        FirstTitle,
        OtherCase,
        OtherConditions,
        FirstConditions,
        Unlist,
        List,
    }

    private enum Round
    {
        Missed,
        Once,
        Twice,
        ClockSetBack,
    }

    private sealed record Step(Edit[] Edits, int Hours, bool IsPaused, Round Round);

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Enum<Edit>().Array[TrialCount], Gen.Int[0, 60], Gen.Bool, Gen.Enum<Round>(), (edits, hours, isPaused, round) => new Step(edits, hours, isPaused, round));

    [Fact]
    public async Task What_a_person_was_mailed_adds_up_to_what_changed() => await Steps.Array[1, 9].SampleAsync(Live, iter: 20, threads: 2);

    private static async Task Live(Step[] steps)
    {
        await using var site = await TestSite.Open();
        var first = TestSeed.Numbers(1, TrialCount).ToArray();
        var seeds = first.ToArray();
        await site.ReseedWith(seeds);
        var topics = first.Select(TestAlerts.TopicOf).ToArray();
        var people = new List<int>();
        foreach (var frequency in Enum.GetValues<AlertFrequency>())
            people.Add(await site.Follow(frequency, topics));
        foreach (var step in steps)
        {
            for (var i = 0; i < TrialCount; i++)
                Apply(site, step.Edits[i], first[i], ref seeds[i], Array.IndexOf(steps, step));
            await site.ReseedWith();
            await site.Match();
            foreach (var person in people)
                await site.ChangePerson(person, step.IsPaused ? subscriber => subscriber.Pause() : subscriber => subscriber.Resume());
            site.Time.Advance(TimeSpan.FromHours(step.Hours));
            await Gather(site, step.Round);
        }
        foreach (var person in people)
            await site.ChangePerson(person, subscriber => subscriber.Resume());
        await site.GatherAfter(TimeSpan.FromDays(8));

        Assert.Equal((0, 0), ((await site.Counts()).Imbalance, (await site.Counts()).Waiting));
        foreach (var person in people)
            await site.Read(db => AddsUp(db, person));
    }

    private static void Apply(TestSite site, Edit edit, SeedDocument first, ref SeedDocument seed, int tick)
    {
        seed = edit switch
        {
            Edit.NewTitle => seed with { Title = $"A title of tick {tick}" },
            Edit.FirstTitle => seed with { Title = first.Title },
            Edit.OtherCase => seed with { Title = char.IsUpper(seed.Title![1]) ? seed.Title.ToLowerInvariant() : seed.Title.ToUpperInvariant() },
            Edit.OtherConditions => seed with { Conditions = ["knee pain", "hip pain"] },
            Edit.FirstConditions => seed with { Conditions = first.Conditions },
            _ => seed,
        };
        if (edit == Edit.Unlist)
            site.Delete(seed);
        else if (edit == Edit.List || File.Exists(site.PathOf($"{seed.NctId}.txt")))
            site.Write(seed);
    }

    private static async Task Gather(TestSite site, Round round)
    {
        if (round == Round.ClockSetBack)
        {
            var now = site.Time.GetUtcNow();
            site.Time.AdjustTime(now.AddHours(-30));
            await site.Gather();
            site.Time.AdjustTime(now);
        }
        for (var i = (int)round; i is 1 or 2; i--)
            await site.Gather();
    }

    private static async Task<bool> AddsUp(TrialDbContext db, int person)
    {
        var versions = await db.Trials.IgnoreQueryFilters().ToDictionaryAsync(trial => (trial.NctId, trial.Version));
        var deliveries = await db.Deliveries.Where(delivery => delivery.SubscriberId == person).ToListAsync();
        var changes = await db.TrialChanges.Where(change => change.FromVersion > 0).ToDictionaryAsync(change => change.Id);
        Assert.Equal(changes.Keys.Order(), deliveries.Select(delivery => delivery.ChangeId).Order());

        var shown = Enumerable.Range(1, TrialCount).Select(number => versions[(TestSeed.NctIdOf(TestSeed.Number(number)), 1)]).ToDictionary(trial => trial.NctId);
        foreach (var mail in deliveries.Where(delivery => delivery.OutboxEmailId is not null).GroupBy(delivery => delivery.OutboxEmailId).OrderBy(mail => mail.Key))
        {
            var told = NetChange.Of(mail.Select(delivery => changes[delivery.ChangeId]), (nctId, number) => versions.GetValueOrDefault((nctId, number)));
            Assert.NotEmpty(told);
            foreach (var net in told)
            {
                Assert.NotEmpty(net.Differences);
                // What the mail tells begins where the person's knowledge ends.
                Assert.Empty(TrialComparison.Between(shown[net.NctId], net.Before!));
                shown[net.NctId] = net.After;
            }
        }
        foreach (var (nctId, known) in shown)
            Assert.Empty(TrialComparison.Between(known, versions.Values.Where(trial => trial.NctId == nctId).MaxBy(trial => trial.Version)!));
        return true;
    }
}
