namespace TrialSite.Trials;

public enum GlossaryPart
{
    Status,
    Phase,
    StudyType,
    Intervention,
    Sex,
    Word,
}

/// <summary>A word that a reader meets, in plain words of our own.</summary>
/// <param name="Part">Where it is looked up.</param>
/// <param name="Term">As pages say it.</param>
/// <param name="Meaning">Plain sentences that can stand alone.</param>
/// <param name="RegistryWord">What the registry writes for it; null when it is only a word of ours.</param>
/// <param name="See">The term of another entry that the meaning ends with; null when it names none.</param>
public sealed record GlossaryEntry(GlossaryPart Part, string Term, string Meaning, string? RegistryWord = null, string? See = null)
{
    /// <summary>Its place on the glossary page.</summary>
    public string Id { get; } = Slug.From(Term);
}
