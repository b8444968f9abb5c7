using System.Text.Json.Serialization;

namespace TrialSite.Trials;

/// <summary>What a trial could mean for a patient; the benefit is never given without the risk.</summary>
public sealed record PlainLanguageRead(Prose? ActiveSubstance, Prose? CouldLeadTo, Prose? CouldGoWrong)
{
    /// <summary>What the trial could lead to, as far as a reader may see it: never while the risk is missing.</summary>
    [JsonIgnore]
    public Prose? ShownCouldLeadTo => CouldGoWrong is null ? null : CouldLeadTo;
}
