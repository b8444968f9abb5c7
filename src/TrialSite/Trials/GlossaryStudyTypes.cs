namespace TrialSite.Trials;

/// <summary>Whether something is tried out or only watched.</summary>
internal static class GlossaryStudyTypes
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Of("INTERVENTIONAL", "Treatment trial", "The researchers give people something to try out, such as a medicine, a device or training. Then they measure what happens. The registry calls it interventional."),
        Of("OBSERVATIONAL", "Observational study", "The researchers watch people and collect facts about them. People get the care that they would get anyway."),
        Of("EXPANDED_ACCESS", "Expanded access", "A way to get a treatment that is not approved yet, outside a trial. It is for very sick people with no other good choice. Your doctor has to ask for it."),
    ];

    private static GlossaryEntry Of(string word, string term, string meaning) => new(GlossaryPart.StudyType, term, meaning, word);
}
