namespace TrialSite.Trials;

/// <summary>How far the testing of a medicine is.</summary>
internal static class GlossaryPhases
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Of("EARLY_PHASE1", "Early phase 1", "A first look at how a tiny amount of a medicine acts in a few people. It is not meant to treat anyone."),
        Of("PHASE1", "Phase 1", "An early test in a small group of people. The main questions are how safe it is and how much to give."),
        Of("PHASE2", "Phase 2", "A test in more people. It looks for first signs that the treatment helps, and for side effects."),
        Of("PHASE3", "Phase 3", "A test in many people, often against the usual treatment or a placebo. The question is whether the benefit outweighs the harm."),
        Of("PHASE4", "Phase 4", "A study of a treatment that is already approved. It watches how well and how safely it works in daily life."),
        Of("NA", "No phase", "Phases are the steps in testing a medicine. They do not apply to this trial, which may test a device, training or care."),
    ];

    private static GlossaryEntry Of(string word, string term, string meaning) => new(GlossaryPart.Phase, term, meaning, word);
}
