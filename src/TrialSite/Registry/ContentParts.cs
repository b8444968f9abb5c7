using TrialSite.Trials;

namespace TrialSite.Registry;

/// <summary>The one list of what counts when two versions of a record are compared.</summary>
internal static class ContentParts
{
    public static IReadOnlyList<ContentPart> All { get; } =
    [
        Seen(nameof(RegistryRecord.NctId), "a record never takes another one's place", (record, writer) => writer.Add(record.NctId.Value)),
        Seen(nameof(RegistryRecord.Title), "the heading where no editor wrote one", (record, writer) => writer.Add(record.Title)),
        Seen(nameof(RegistryRecord.OfficialTitle), "stands beside the title", (record, writer) => writer.Add(record.OfficialTitle)),
        Seen(nameof(RegistryRecord.Acronym), "the name people know the trial by", (record, writer) => writer.Add(record.Acronym)),
        Seen(nameof(RegistryRecord.Sponsor), "who is responsible", (record, writer) => writer.Add(record.Sponsor)),
        Seen(nameof(RegistryRecord.StatusWord), "whether one can join", (record, writer) => writer.Add(record.StatusWord)),
        Seen(nameof(RegistryRecord.LastKnownStatusWord), "said beside a status that is unknown", (record, writer) => writer.Add(record.LastKnownStatusWord)),
        Seen(nameof(RegistryRecord.WhyStopped), "why one cannot join any more", (record, writer) => writer.Add(record.WhyStopped)),
        Seen(nameof(RegistryRecord.TypeWord), "whether something is tried out or only watched", (record, writer) => writer.Add(record.TypeWord)),
        Seen(nameof(RegistryRecord.PhaseWords), "how far the testing is", (record, writer) => writer.AddEach(record.PhaseWords)),
        Seen(nameof(RegistryRecord.Enrolment), "how many people take part", AddEnrolment),
        Seen(nameof(RegistryRecord.Start), "when it begins", (record, writer) => writer.Add(record.Start)),
        Seen(nameof(RegistryRecord.PrimaryCompletion), "when the main answer is due", (record, writer) => writer.Add(record.PrimaryCompletion)),
        Seen(nameof(RegistryRecord.Completion), "when it ends", (record, writer) => writer.Add(record.Completion)),
        Seen(nameof(RegistryRecord.Interventions), "what is being tested", (record, writer) => writer.AddEach(record.Interventions, Add)),
        Seen(nameof(RegistryRecord.BriefSummary), "what it is about", (record, writer) => writer.Add(record.BriefSummary)),
        Seen(nameof(RegistryRecord.Eligibility), "who can take part", (record, writer) => Add(record.Eligibility, writer)),
        Seen(nameof(RegistryRecord.Conditions), "shown letter for letter", (record, writer) => writer.AddEach(record.Conditions)),
        Seen(nameof(RegistryRecord.Keywords), "shown letter for letter", (record, writer) => writer.AddEach(record.Keywords)),
        Seen(nameof(RegistryRecord.Contacts), "whether there is somebody to ask", (record, writer) => writer.AddEach(record.Contacts, Add)),
        Seen(nameof(RegistryRecord.Locations), "where one can join", (record, writer) => writer.AddEach(record.Locations, Add)),
        Seen(nameof(RegistryRecord.PrimaryOutcomes), "the main goal", (record, writer) => writer.AddEach(record.PrimaryOutcomes, Add)),
        Seen(nameof(RegistryRecord.HasResults), "whether there is an answer", (record, writer) => writer.Add(record.HasResults)),
        Unseen(nameof(RegistryRecord.AliasIds), "leads to the page and stands nowhere on it", (record, writer) => writer.AddEach(record.AliasIds, (alias, ids) => ids.Add(alias.Value))),
        Unseen(nameof(RegistryRecord.StatusVerified), "administrative: nothing changed, somebody said so", (record, writer) => writer.Add(record.StatusVerified)),
        Unseen(nameof(RegistryRecord.FirstPosted), "administrative", (record, writer) => Add(record.FirstPosted, writer)),
        Unseen(nameof(RegistryRecord.LastUpdatePosted), "administrative: also set when only words inside the registry change", (record, writer) => Add(record.LastUpdatePosted, writer)),
        Unseen(nameof(RegistryRecord.MeshConditions), "the registry's filing, made anew each year for all records", (record, writer) => writer.AddEach(record.MeshConditions, Add)),
        Unseen(nameof(RegistryRecord.MeshAncestors), "as the terms below them", (record, writer) => writer.AddEach(record.MeshAncestors, Add)),
    ];

    private static ContentPart Seen(string name, string reason, Action<RegistryRecord, ContentWriter> write) => new(name, true, reason, write);

    private static ContentPart Unseen(string name, string reason, Action<RegistryRecord, ContentWriter> write) => new(name, false, reason, write);

    private static void AddEnrolment(RegistryRecord record, ContentWriter writer)
    {
        writer.Add(record.Enrolment?.Count ?? -1);
        writer.Add(record.Enrolment?.IsActual);
    }

    private static void Add(Intervention intervention, ContentWriter writer)
    {
        writer.Add(intervention.TypeWord);
        writer.Add(intervention.Name);
        writer.Add(intervention.Description);
        writer.AddEach(intervention.OtherNames);
    }

    private static void Add(Eligibility eligibility, ContentWriter writer)
    {
        writer.Add(eligibility.Criteria);
        writer.Add(eligibility.MinimumAge?.Given);
        writer.Add(eligibility.MaximumAge?.Given);
        writer.Add(eligibility.SexWord);
        writer.Add(eligibility.TakesHealthyVolunteers);
    }

    private static void Add(RegistryLocation location, ContentWriter writer)
    {
        writer.Add(location.Facility);
        writer.Add(location.StatusWord);
        writer.Add(location.City);
        writer.Add(location.State);
        writer.Add(location.PostalCode);
        writer.Add(location.Country);
        writer.Add(location.Point?.Latitude ?? double.NaN);
        writer.Add(location.Point?.Longitude ?? double.NaN);
        writer.AddEach(location.Contacts, Add);
    }

    private static void Add(Contact contact, ContentWriter writer)
    {
        writer.Add(contact.Role);
        writer.Add(contact.HasPhone);
        writer.Add(contact.HasEmail);
    }

    private static void Add(PrimaryOutcome outcome, ContentWriter writer)
    {
        writer.Add(outcome.Measure);
        writer.Add(outcome.TimeFrame);
    }

    private static void Add(MeshTerm term, ContentWriter writer)
    {
        writer.Add(term.Id);
        writer.Add(term.Term);
    }

    private static void Add(DateOnly? date, ContentWriter writer) => writer.Add(date?.DayNumber ?? -1);
}
