namespace TrialSite.Trials;

/// <summary>Words that stand in records and are not the registry's own; from A to Z.</summary>
internal static class GlossaryWords
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Of("Acronym", "A short name made from the first letters of a trial's long name."),
        Of("Arm", "One of the groups in a trial. All people in an arm get the same treatment."),
        Of("Baseline", "How a person is at the start of a trial, before anything is tried. Later checks are compared with it."),
        Of("Bioequivalence", "Two forms of a medicine reach the blood in the same amount and at the same speed."),
        Of("Biomarker", "Something in the body that can be measured and tells about health, such as blood sugar."),
        Of("Blinding (masking)", "Keeping secret who gets which treatment, so that hopes do not change the results. In a double-blind trial neither the people nor their doctors know."),
        Of("Clinical trial", "A study with people who agree to take part. It tests whether something is safe and whether it helps."),
        Of("Cohort", "A group of people who are followed over time because they share something, such as an illness."),
        Of("Condition", "The illness or state of health that a trial is about."),
        Of("Control group", "The people who get the usual treatment, a placebo or nothing new. The tested treatment is compared with what happens to them."),
        Of("Crossover", "Each person gets both treatments, one after the other."),
        Of("Dose escalation", "A small group gets a small amount first. The next group gets more, as long as it seems safe."),
        Of("Double-blind", "Neither the people in a trial nor their doctors know who gets which treatment until the end."),
        Of("Efficacy", "How well something works in a trial. In daily life it may work better or worse."),
        Of("Eligibility criteria", "The rules that say who can join a trial. They keep people safe and the results clear."),
        Of("Enrolment", "How many people join a trial. Before it ends, this is only a plan."),
        Of("Ethics committee", "A group outside the research team. It checks that a trial is fair and protects the people in it."),
        Of("Exclusion criteria", "The rules that say who cannot join, for example because it could harm them."),
        Of("Follow-up", "The time after a treatment in which the team goes on checking people."),
        Of("Healthy volunteer", "A person without the illness being studied who takes part. Healthy people help to see how a body reacts."),
        Of("Inclusion criteria", "The rules that a person must meet to join."),
        Of("Informed consent", "You say yes to taking part only after you were told the aims, risks and choices. You can stop at any time."),
        Of("Intervention", "What is tried out or compared in a trial: a medicine, a device, training, or a placebo."),
        Of("Investigator", "A doctor or researcher who runs a trial at a place. The one in charge is the principal investigator."),
        Of("NCT ID", "The number of a trial in the registry ClinicalTrials.gov: the letters NCT and 8 digits. With it anyone can find the record."),
        Of("Open-label", "Everybody knows who gets which treatment."),
        Of("Orphan drug", "A medicine for an illness that few people have."),
        Of("Participant", "A person who takes part in a trial."),
        Of("Pharmacokinetics", "What the body does with a medicine: how it takes it in, spreads it and gets rid of it."),
        Of("Phase", "How far the testing of a medicine is. Phase 1 comes first, phase 4 comes after approval."),
        Of("Placebo", "Something that looks like the treatment but has no active substance. It shows what the treatment itself does."),
        Of("Primary completion", "The day on which the last person is checked for the main goal of a trial."),
        Of("Primary outcome", "The main thing that a trial measures. It is chosen before the trial starts."),
        Of("Protocol", "The plan of a trial. It says who can join, what is done, when, and why."),
        Of("Quality of life", "How well people feel and can do what matters to them, as they say themselves."),
        Of("Randomised", "Chance decides who gets which treatment, as with the toss of a coin. So the groups are alike."),
        Of("Registrant", "The one who writes the record of a trial in the registry, most often the sponsor."),
        Of("Registry", "A public list of trials. This site reads the one called ClinicalTrials.gov."),
        Of("Registry record", "What the people who run a trial wrote about it in the registry."),
        Of("Secondary outcome", "Something else that a trial measures besides its main goal."),
        Of("Side effect", "Something unwanted that a treatment can cause. It can be mild or serious."),
        Of("Single-arm", "Everybody gets the same treatment, and there is no group to compare with."),
        Of("Sponsor", "The company, hospital or person responsible for a trial. It often pays for it."),
        Of("Standard of care", "The treatment that doctors usually give for an illness."),
        Of("Washout", "A time without a medicine before or within a trial, so that none of it is left in the body."),
    ];

    private static GlossaryEntry Of(string term, string meaning) => new(GlossaryPart.Word, term, meaning);
}
