using TrialSite.Trials;

namespace TrialSite.Registry;

/// <summary>Makes a record of a study: texts cleaned, contacts reduced to "there is one", what cannot be read reported.</summary>
internal sealed class StudyReading(NctId nctId, Action<RegistryFault> report)
{
    public RegistryRecord Read(ApiStudy study)
    {
        var protocol = study.ProtocolSection;
        var identification = protocol?.IdentificationModule;
        var status = protocol?.StatusModule;
        var browse = study.DerivedSection?.ConditionBrowseModule;
        return new()
        {
            NctId = nctId,
            AliasIds = Each(identification?.NctIdAliases, AliasId),
            Title = RegistryText.Line(identification?.BriefTitle),
            OfficialTitle = RegistryText.Line(identification?.OfficialTitle),
            Acronym = RegistryText.Line(identification?.Acronym),
            Sponsor = RegistryText.Line(protocol?.SponsorCollaboratorsModule?.LeadSponsor?.Name),
            StatusWord = RegistryText.Line(status?.OverallStatus),
            LastKnownStatusWord = RegistryText.Line(status?.LastKnownStatus),
            StatusVerified = Date(status?.StatusVerifiedDate, "statusVerifiedDate"),
            FirstPosted = Date(status?.StudyFirstPostDateStruct?.Date, "studyFirstPostDateStruct.date")?.First,
            LastUpdatePosted = Date(status?.LastUpdatePostDateStruct?.Date, "lastUpdatePostDateStruct.date")?.First,
            WhyStopped = RegistryText.Line(status?.WhyStopped),
            TypeWord = RegistryText.Line(protocol?.DesignModule?.StudyType),
            PhaseWords = Each(protocol?.DesignModule?.Phases, RegistryText.Line),
            Enrolment = Enrolment(protocol?.DesignModule?.EnrollmentInfo),
            Start = Milestone(status?.StartDateStruct, "startDateStruct.date"),
            PrimaryCompletion = Milestone(status?.PrimaryCompletionDateStruct, "primaryCompletionDateStruct.date"),
            Completion = Milestone(status?.CompletionDateStruct, "completionDateStruct.date"),
            Interventions = Each(protocol?.ArmsInterventionsModule?.Interventions, Intervention),
            BriefSummary = RegistryText.Lines(protocol?.DescriptionModule?.BriefSummary),
            Eligibility = protocol?.EligibilityModule is { } eligibility ? Eligibility(eligibility) : Registry.Eligibility.NotGiven,
            Conditions = Each(protocol?.ConditionsModule?.Conditions, RegistryText.Line),
            Keywords = Each(protocol?.ConditionsModule?.Keywords, RegistryText.Line),
            MeshConditions = Each(browse?.Meshes, MeshTerm),
            MeshAncestors = Each(browse?.Ancestors, MeshTerm),
            Contacts = Each(protocol?.ContactsLocationsModule?.CentralContacts, Contact),
            Locations = Each(protocol?.ContactsLocationsModule?.Locations, Location),
            PrimaryOutcomes = Each(protocol?.OutcomesModule?.PrimaryOutcomes, PrimaryOutcome),
            HasResults = study.HasResults,
        };
    }

    private NctId? AliasId(string text)
    {
        if (!NctId.TryParse(text, out var alias))
            report(RegistryFaults.AliasNotReadable(text));
        return alias;
    }

    private PartialDate? Date(string? text, string name)
    {
        if (PartialDate.TryParse(text, out var date))
            return date;
        if (!string.IsNullOrEmpty(text))
            report(RegistryFaults.DateNotReadable($"protocolSection.statusModule.{name}", text));
        return null;
    }

    private Milestone? Milestone(ApiDate? given, string name) => Date(given?.Date, name) is { } date ? new(date, PlannedOrActual.Read(given?.Type)) : null;

    private static Enrolment? Enrolment(ApiEnrollment? given) =>
        given?.Count is { } count and not Registry.Enrolment.Unknown ? new(count, PlannedOrActual.Read(given.Type)) : null;

    private static Intervention? Intervention(ApiIntervention given) =>
        new(RegistryText.Line(given.Type), RegistryText.Line(given.Name), RegistryText.Lines(given.Description), Each(given.OtherNames, RegistryText.Line));

    private static Eligibility Eligibility(ApiEligibility given) => new(
        RegistryText.Lines(given.EligibilityCriteria),
        Age.From(RegistryText.Line(given.MinimumAge)),
        Age.From(RegistryText.Line(given.MaximumAge)),
        RegistryText.Line(given.Sex),
        given.HealthyVolunteers);

    private static MeshTerm? MeshTerm(ApiMeshTerm given) =>
        (RegistryText.Line(given.Id), RegistryText.Line(given.Term)) is ({ } id, { } term) ? new(Registry.MeshTerm.Canonical(id), term) : null;

    /// <summary>An address in the field of the phone (NCT03425240) is an email all the same, but which it is matters to nobody: there is one.</summary>
    private static Contact? Contact(ApiContact given) =>
        new(RoleInWords(given.Role), !string.IsNullOrWhiteSpace(given.Phone), !string.IsNullOrWhiteSpace(given.Email));

    /// <summary>PRINCIPAL_INVESTIGATOR becomes "Principal investigator", as a seed names a role.</summary>
    private static string RoleInWords(string? word) =>
        RegistryText.Line(word)?.Replace('_', ' ').ToLowerInvariant() is { } words ? char.ToUpperInvariant(words[0]) + words[1..] : "Contact";

    private static RegistryLocation? Location(ApiLocation given) => new(
        RegistryText.Line(given.Facility),
        RegistryText.Line(given.Status),
        RegistryText.Line(given.City),
        RegistryText.Line(given.State),
        RegistryText.Line(given.Zip),
        RegistryText.Line(given.Country),
        GeoPoint.From(given.GeoPoint?.Lat, given.GeoPoint?.Lon),
        Each(given.Contacts, Contact));

    private static PrimaryOutcome? PrimaryOutcome(ApiOutcome given) => new(RegistryText.Line(given.Measure), RegistryText.Line(given.TimeFrame));

    private static IReadOnlyList<TResult> Each<T, TResult>(List<T?>? given, Func<T, TResult?> read)
        where T : class
        where TResult : class
        => given is null ? [] : [.. given.OfType<T>().Select(read).OfType<TResult>()];
}
