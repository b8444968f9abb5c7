using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>What happened between two versions of a record, and the one difference that readers are told of.</summary>
public sealed record RegistryChangeExample(string What, RegistryRecord Before, RegistryRecord After, FieldDifference Difference, ChangeLevel Level, string Sentence)
{
    public IReadOnlyList<FieldDifference> Differences => RegistryComparison.Between(Before, After);

    public override string ToString() => What;
}

/// <summary>One example of each kind of change in a record, as docs/changes.md shows them.</summary>
internal static class RegistryChangeExamples
{
    private static readonly RegistryRecord Walk = TestStudy.Record() with { StatusWord = "RECRUITING", LastKnownStatusWord = null, WhyStopped = null, HasResults = false };
    private static readonly Eligibility Who = Walk.Eligibility with { MinimumAge = Age.From("18 Years"), MaximumAge = Age.From("75 Years") };

    public static IReadOnlyList<RegistryChangeExample> All { get; } =
    [
        Of("trial opened", Walk with { StatusWord = "NOT_YET_RECRUITING" }, Walk, new(TrialField.RegistryStatus, null, "NOT_YET_RECRUITING", "RECRUITING"), ChangeLevel.Essential, "This trial started looking for people."),
        Of("trial closed", Walk, Walk with { StatusWord = "ACTIVE_NOT_RECRUITING" }, new(TrialField.RegistryStatus, null, "RECRUITING", "ACTIVE_NOT_RECRUITING"), ChangeLevel.Essential, "This trial stopped looking for people."),
        Of("trial unconfirmed", Walk, Walk with { StatusWord = "UNKNOWN", LastKnownStatusWord = "RECRUITING" }, new(TrialField.RegistryStatus, null, "RECRUITING", "UNKNOWN"), ChangeLevel.Essential, "This trial has not confirmed its status for a long time."),
        Of("last known status changed", Walk with { StatusWord = "UNKNOWN" }, Walk with { StatusWord = "UNKNOWN", LastKnownStatusWord = "RECRUITING" }, new(TrialField.RegistryLastKnownStatus, null, null, "RECRUITING"), ChangeLevel.All, "The last known status of this trial changed."),
        Of("why it stopped appeared", Walk, Walk with { WhyStopped = "No money" }, new(TrialField.RegistryWhyStopped, null, null, "No money"), ChangeLevel.Essential, "The registrant says in their own words why this trial stopped."),
        Of("results posted", Walk, Walk with { HasResults = true }, new(TrialField.RegistryResults, null, "no", "yes"), ChangeLevel.Essential, "Results of this trial were posted in its record."),
        Of("lowest age changed", Who, Who with { MinimumAge = Age.From("16 Years") }, new(TrialField.RegistryMinimumAge, null, "18 years", "16 years"), "The lowest age for taking part changed from 18 years to 16 years."),
        Of("highest age vanished", Who, Who with { MaximumAge = null }, new(TrialField.RegistryMaximumAge, null, "75 years", null), "The record no longer gives a highest age for taking part."),
        Of("sex changed", Who, Who with { SexWord = "FEMALE" }, new(TrialField.RegistrySex, null, "ALL", "FEMALE"), "Only people of female sex can now take part."),
        Of("healthy volunteers welcome", Who, Who with { TakesHealthyVolunteers = true }, new(TrialField.RegistryHealthyVolunteers, null, "no", "yes"), "Healthy volunteers can now take part."),
        Of("who can take part changed", Who, Who with { Criteria = "Anybody who can walk" }, new(TrialField.RegistryCriteria, null, Who.Criteria, "Anybody who can walk"), "The registrant's text on who can take part changed."),
        Of("many places added", Walk with { Locations = [] }, Walk with { Locations = Six }, new(TrialField.Location, null, null, "Norway: Bergen (5)\nSweden: Lund") { Area = "Norway and Sweden", Places = 6 }, ChangeLevel.Important, "6 places in Norway and Sweden were added."),
        Of("many places opened", Walk with { Locations = [.. Six.Select(place => place with { StatusWord = "NOT_YET_RECRUITING" })] }, Walk with { Locations = Six }, new(TrialField.LocationStatus, "Norway: Bergen (5)\nSweden: Lund", "NOT_YET_RECRUITING", "RECRUITING") { Area = "Norway and Sweden", Places = 6 }, ChangeLevel.Important, "6 places in Norway and Sweden started looking for people."),
        Of("type changed", Walk, Walk with { TypeWord = "OBSERVATIONAL" }, new(TrialField.RegistryType, null, "INTERVENTIONAL", "OBSERVATIONAL"), ChangeLevel.Important, "The type of this trial changed."),
        Of("phase changed", Walk, Walk with { PhaseWords = ["PHASE2"] }, new(TrialField.RegistryPhase, null, "PHASE1 PHASE2", "PHASE2"), ChangeLevel.Important, "This trial is now in phase 2."),
        Of("main goal changed", Walk, Walk with { PrimaryOutcomes = [new("Steps", "1 year")] }, new(TrialField.RegistryMainGoal, null, "Steps (time: 12 weeks)", "Steps (time: 1 year)"), ChangeLevel.Important, "The main goal of the trial was changed."),
        Of("what is tested changed", Walk, Walk with { Interventions = [Walk.Interventions[0]] }, new(TrialField.RegistryInterventions, null, "Daily walk\nRest", "Daily walk"), ChangeLevel.Important, "What is being tested or compared changed."),
        Of("description of what is tested changed", Walk with { Interventions = [new("OTHER", "Rest", null, [])] }, Walk with { Interventions = [new("OTHER", "Rest", "In bed", [])] }, new(TrialField.RegistryInterventionDetails, null, "Rest (other)", "Rest (other). In bed"), ChangeLevel.All, "The description of what is being tested or compared changed."),
        Of("number of people changed", Walk, Walk with { Enrolment = new(60, false) }, new(TrialField.RegistryEnrolment, null, "40 ESTIMATED", "60 ESTIMATED"), ChangeLevel.Important, "The planned number of people changed from 40 to 60."),
        Of("people counted", Walk, Walk with { Enrolment = new(38, true) }, new(TrialField.RegistryEnrolment, null, "40 ESTIMATED", "38 ACTUAL"), ChangeLevel.Important, "38 people joined this trial; the record said 40 before."),
        Of("trial started", Walk with { Start = On("2024-01", false) }, Walk with { Start = On("2024-03", true) }, new(TrialField.RegistryStart, null, "2024-01 ESTIMATED", "2024-03 ACTUAL"), ChangeLevel.Important, "This trial started in Mar 2024, 2 months later than planned."),
        Of("last check for the main goal moved", Walk with { PrimaryCompletion = On("2026-01-15", false) }, Walk with { PrimaryCompletion = On("2028-07", false) }, new(TrialField.RegistryMainCompletion, null, "2026-01-15 ESTIMATED", "2028-07 ESTIMATED"), ChangeLevel.Important, "The planned last check for the main goal is now more than 2 years later: Jul 2028."),
        Of("end moved", Walk with { Completion = On("2026-06-20", false) }, Walk with { Completion = On("2026-06-10", false) }, new(TrialField.RegistryCompletion, null, "2026-06-20 ESTIMATED", "2026-06-10 ESTIMATED"), ChangeLevel.Important, "The planned end is now 10 days earlier: Jun 10, 2026."),
        Of("registrant's summary changed", Walk, Walk with { BriefSummary = "All walk." }, new(TrialField.RegistrySummary, null, Walk.BriefSummary, "All walk."), ChangeLevel.Important, "The registrant's own summary changed."),
        Of("sponsor changed", Walk, Walk with { Sponsor = "Hill University" }, new(TrialField.RegistrySponsor, null, "Harbour University", "Hill University"), ChangeLevel.Important, "The sponsor of this trial, who is responsible for it, changed."),
        Of("title in the record changed", Walk, Walk with { Title = "Walks" }, new(TrialField.RegistryTitle, null, Walk.Title, "Walks"), ChangeLevel.All, "The title in the record changed."),
        Of("official title added", Walk with { OfficialTitle = null }, Walk, new(TrialField.RegistryOfficialTitle, null, null, Walk.OfficialTitle), ChangeLevel.All, "The official title of this trial was added."),
        Of("short name changed", Walk, Walk with { Acronym = "AMBLE" }, new(TrialField.RegistryAcronym, null, "STROLL", "AMBLE"), ChangeLevel.All, "The short name of this trial changed."),
        Of("registrant's conditions changed", Walk, Walk with { Conditions = ["Tired Hearts", "heart failure"] }, new(TrialField.RegistryConditions, null, "Heart Failure", "heart failure\nTired Hearts"), ChangeLevel.All, "The conditions that the registrant lists changed."),
        Of("keywords changed", Walk, Walk with { Keywords = [] }, new(TrialField.RegistryKeywords, null, "walking", null), ChangeLevel.All, "The keywords that the registrant lists changed."),
    ];

    private static IReadOnlyList<RegistryLocation> Six =>
    [
        .. Enumerable.Range(1, 5).Select(number => new RegistryLocation($"Harbour clinic {number}", "RECRUITING", "Bergen", null, null, "Norway", null, [])),
        new RegistryLocation("Hill clinic", "RECRUITING", "Lund", null, null, "Sweden", null, []),
    ];

    private static RegistryChangeExample Of(string what, RegistryRecord before, RegistryRecord after, FieldDifference difference, ChangeLevel level, string sentence) =>
        new(what, before, after, difference, level, sentence);

    private static RegistryChangeExample Of(string what, Eligibility before, Eligibility after, FieldDifference difference, string sentence) =>
        new(what, Walk with { Eligibility = before }, Walk with { Eligibility = after }, difference, ChangeLevel.Important, sentence);

    private static Milestone On(string date, bool? isActual) => PartialDate.TryParse(date, out var day) ? new(day, isActual) : throw new ArgumentException("no date", nameof(date));
}
