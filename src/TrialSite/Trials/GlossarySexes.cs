namespace TrialSite.Trials;

/// <summary>The registry's three words on the sex of those who can take part.</summary>
internal static class GlossarySexes
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Of("ALL", "Any sex", "The sex of a person does not matter for joining."),
        Of("FEMALE", "Female only", "Only people of female sex can join."),
        Of("MALE", "Male only", "Only people of male sex can join."),
    ];

    private static GlossaryEntry Of(string word, string term, string meaning) => new(GlossaryPart.Sex, term, meaning, word);
}
