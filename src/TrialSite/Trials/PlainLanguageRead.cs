namespace TrialSite.Trials;

/// <summary>What a trial could mean for a patient; the benefit is never given without the risk.</summary>
public sealed record PlainLanguageRead(Prose? ActiveSubstance, Prose? CouldLeadTo, Prose? CouldGoWrong);
