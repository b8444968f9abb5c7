using System.Runtime.InteropServices;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>What a trial puts into the index, made of what a reader sees of it; the store gives ids to its conditions and countries.</summary>
internal sealed class SearchDocument
{
    /// <summary>Beyond that a trial is everywhere.</summary>
    private const int MostPoints = 1000;

    private readonly TrialLayers layers;

    public SearchDocument(Trial trial)
    {
        Trial = trial;
        layers = trial.LastLayers;
        Status = StatusChoice.OfWord(layers.Registry?.StatusWord);
        if (Status == StatusChoice.NotStated && HasOpenPlace())
            Status = StatusChoice.OfWord(RecruitmentStatus.Recruiting.RegistryWord);
        Points = [.. Places().DistinctBy(place => (place.Point, place.Name)).Take(MostPoints)];
    }

    public Trial Trial { get; }
    public int NctNumber => Trial.NctId.Number;
    public bool IsGone => !Trial.IsListed;

    /// <summary>The record's; where it has none, an open place makes the trial open.</summary>
    public StatusChoice Status { get; }

    /// <summary>Each place once that has a point.</summary>
    public IReadOnlyList<(PlacePoint Point, string Name)> Points { get; }

    public bool IsOpen => Status.IsOpen;

    public IReadOnlyList<string> Countries =>
        [.. Areas().Select(area => area.Country).OfType<string>().Select(CountryNames.Plain).DistinctBy(CountryNames.SlugOf)];

    public SearchEntry ToEntry(long rowId, long revision, IEnumerable<int> conditionIds, IEnumerable<int> broaderIds, IEnumerable<int> countryIds)
    {
        var eligibility = layers.Registry?.Eligibility ?? Eligibility.NotGiven;
        return new()
        {
            Id = rowId,
            Revision = revision,
            NctNumber = NctNumber,
            Status = Status.Code,
            Phases = PhaseChoice.BitsOf(layers.Registry?.PhaseWords ?? []),
            Marks = Marks(eligibility),
            YoungestDay = AgeInDays.Youngest(eligibility.MinimumAge),
            OldestDay = AgeInDays.Oldest(eligibility.MaximumAge),
            FirstSeen = Trial.FirstSeen,
            LastUpdated = Trial.LastUpdated,
            Title = Trial.Title,
            StatusSeenOn = Trial.LocationsSeenOn,
            Conditions = Bytes(conditionIds),
            BroaderConditions = Bytes(broaderIds),
            Countries = MemoryMarshal.AsBytes<ushort>(countryIds.Select(id => (ushort)id).ToArray()).ToArray(),
            Points = MemoryMarshal.AsBytes<PlacePoint>(Points.Select(place => place.Point).ToArray()).ToArray(),
            PlaceNames = string.Join('\n', Points.Select(place => place.Name)),
        };
    }

    /// <summary>The words of its names, each once.</summary>
    public IEnumerable<string> NamedWords() => new[] { Trial.Title, layers.Registry?.Title }
        .Concat(layers.Editorial?.Conditions ?? []).Concat(layers.Registry?.Conditions ?? [])
        .Concat((layers.Registry?.Interventions ?? []).SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name!)))
        .SelectMany(SearchWords.Spelled).Distinct();

    public IEnumerable<(string Key, string OtherKey, string OtherName)> MedicineNames() => Search.MedicineNames.Of(layers.Registry?.Interventions ?? []);

    public SearchText ToText() => SearchText.Of(Trial.Title, layers);

    private EntryMarks Marks(Eligibility eligibility) =>
        When(IsGone, EntryMarks.IsGone)
        | When(layers.Editorial?.PlainLanguageRead is not null, EntryMarks.HasRead)
        | When(layers.Registry?.HasResults == true, EntryMarks.HasResults)
        | When(Areas().Any(), EntryMarks.HasPlaces)
        | When(eligibility.SexWord == "FEMALE", EntryMarks.ForFemale)
        | When(eligibility.SexWord == "MALE", EntryMarks.ForMale)
        | When(eligibility.TakesHealthyVolunteers == true, EntryMarks.TakesHealthyVolunteers)
        | When(eligibility.TakesHealthyVolunteers == false, EntryMarks.TakesNoHealthyVolunteers)
        | When(IsOpen, EntryMarks.IsOpen);

    private static EntryMarks When(bool holds, EntryMarks mark) => holds ? mark : EntryMarks.None;

    private bool HasOpenPlace() =>
        (layers.Editorial?.Locations.Any(place => place.Status?.IsOpen == true) ?? false)
        || (layers.Registry?.Locations.Any(place => StatusChoice.OfWord(place.StatusWord).IsOpen) ?? false);

    /// <summary>The editor's places have no points, so theirs count only where the record has none.</summary>
    private IEnumerable<(string? City, string? State, string? Country)> Areas() =>
        layers.Registry is { Locations: { Count: > 0 } places }
            ? places.Select(place => (place.City, place.State, place.Country))
            : (layers.Editorial?.Locations ?? []).Select(place => (place.City, place.State, place.Country));

    private IEnumerable<(PlacePoint Point, string Name)> Places()
    {
        foreach (var place in layers.Registry?.Locations ?? [])
        {
            if (place.Point is not { } point)
                continue;
            var isOpen = place.StatusWord is null ? IsOpen : StatusChoice.OfWord(place.StatusWord).IsOpen;
            yield return (PlacePoint.Of(point, isOpen), string.Join(", ", new[] { place.City, place.Country is null ? null : CountryNames.Plain(place.Country) }.OfType<string>()));
        }
    }

    private static byte[] Bytes(IEnumerable<int> ids) => MemoryMarshal.AsBytes<int>(ids.ToArray()).ToArray();
}
