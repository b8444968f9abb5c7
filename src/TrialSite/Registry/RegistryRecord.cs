using TrialSite.Trials;

namespace TrialSite.Registry;

/// <summary>What the site keeps of a record of ClinicalTrials.gov; only a registry import writes it, never a reseed.</summary>
/// <remarks>
/// Words such as the status are the registry's own (<c>ACTIVE_NOT_RECRUITING</c>), so that one nobody knows yet is not lost. Texts are plain:
/// see <see cref="RegistryText"/>. A field that the record does not have is null or an empty list, never "no".
/// </remarks>
public sealed record RegistryRecord
{
    public required NctId NctId { get; init; }

    /// <summary>Numbers under which the registry once had the same trial.</summary>
    public IReadOnlyList<NctId> AliasIds { get; init; } = [];

    public string? Title { get; init; }
    public string? OfficialTitle { get; init; }
    public string? Acronym { get; init; }

    /// <summary>The lead sponsor.</summary>
    public string? Sponsor { get; init; }

    public string? StatusWord { get; init; }

    /// <summary>What the status was before nobody confirmed it for two years and the registry called it UNKNOWN.</summary>
    public string? LastKnownStatusWord { get; init; }

    /// <summary>When the research team last said that the status holds.</summary>
    public PartialDate? StatusVerified { get; init; }

    public DateOnly? FirstPosted { get; init; }
    public DateOnly? LastUpdatePosted { get; init; }
    public string? WhyStopped { get; init; }

    /// <summary>INTERVENTIONAL, OBSERVATIONAL or EXPANDED_ACCESS.</summary>
    public string? TypeWord { get; init; }

    /// <summary>EARLY_PHASE1 to PHASE4, two for a trial of two phases; NA where phases do not apply.</summary>
    public IReadOnlyList<string> PhaseWords { get; init; } = [];

    public Enrolment? Enrolment { get; init; }
    public Milestone? Start { get; init; }
    public Milestone? PrimaryCompletion { get; init; }
    public Milestone? Completion { get; init; }
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>In the registrant's own words, with their lines.</summary>
    public string? BriefSummary { get; init; }

    public Eligibility Eligibility { get; init; } = Eligibility.NotGiven;

    /// <summary>As the registrant typed them.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the registry made of the conditions; it can be wrong (NCT05624086).</summary>
    public IReadOnlyList<MeshTerm> MeshConditions { get; init; } = [];

    public IReadOnlyList<MeshTerm> MeshAncestors { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public IReadOnlyList<RegistryLocation> Locations { get; init; } = [];
    public IReadOnlyList<PrimaryOutcome> PrimaryOutcomes { get; init; } = [];
    public bool? HasResults { get; init; }

    /// <summary>The heading where no editor wrote one.</summary>
    public string TitleOrId() => Title ?? OfficialTitle ?? NctId.Value;
}
