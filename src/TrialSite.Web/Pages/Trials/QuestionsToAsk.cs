using System.Text.RegularExpressions;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>Which questions to a doctor fit a trial. What the page does not say is asked about, never supposed.</summary>
public sealed partial record QuestionsToAsk
{
    public bool IsObservational { get; private init; }
    public bool IsExpandedAccess { get; private init; }

    /// <summary>Nobody new can join.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>Nobody has said lately that people can join.</summary>
    public bool IsDoubtful { get; private init; }

    public bool HasResults { get; private init; }

    /// <summary>1 to 4, the earlier one of two; 0 when no phase is named. An early phase 1 is a phase 1.</summary>
    public int Phase { get; private init; }

    /// <summary>"1 and 2".</summary>
    public string PhaseNames { get; private init; } = "";

    public bool NamesPlacebo { get; private init; }

    /// <summary>Chance is named, or there is more than one thing that people could get.</summary>
    public bool IsPerhapsByChance { get; private init; }

    /// <summary>Where all its places are; null when there are several towns, or none.</summary>
    public string? Town { get; private init; }

    public bool HasPlaces { get; private init; }

    public static QuestionsToAsk Of(TrialLayers layers, StatusNow? status, Places places)
    {
        var (editorial, record) = layers;
        var texts = TextsOf(editorial).Concat(TextsOf(record)).ToList();
        var phases = record is null ? Phases(TextsOf(editorial)) : PhasesOf(record.PhaseWords);
        var all = places.Groups.SelectMany(group => group.Places).ToList();
        return new()
        {
            IsObservational = record?.TypeWord == "OBSERVATIONAL",
            IsExpandedAccess = record?.TypeWord == "EXPANDED_ACCESS",
            IsClosed = status is { IsClosed: true },
            IsDoubtful = status is { IsUnknown: true } or { IsPast: true } || (status is null && places.AreOld),
            HasResults = record?.HasResults == true,
            Phase = phases.Count == 0 ? 0 : phases[0],
            PhaseNames = string.Join(" and ", phases),
            NamesPlacebo = Mentions(texts, "placebo"),
            IsPerhapsByChance = record is { TypeWord: "INTERVENTIONAL", Interventions.Count: > 1 } || Mentions(texts, "random"),
            Town = all.Select(place => place.Location.City).Distinct().ToList() is [var town] ? town : null,
            HasPlaces = all.Count > 0,
        };
    }

    private static IEnumerable<string?> TextsOf(EditorialLayer? editorial) =>
        [editorial?.Title, editorial?.Summary?.Markdown, editorial?.PlainLanguageRead?.ActiveSubstance?.Markdown, editorial?.PlainLanguageRead?.CouldLeadTo?.Markdown, editorial?.PlainLanguageRead?.CouldGoWrong?.Markdown];

    private static IEnumerable<string?> TextsOf(RegistryRecord? record) =>
        [record?.Title, record?.OfficialTitle, record?.BriefSummary, .. (record?.Interventions ?? []).Select(tested => tested.Name)];

    private static bool Mentions(IEnumerable<string?> texts, string word) => texts.Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static List<int> PhasesOf(IReadOnlyList<string> words) =>
        [.. words.Select(word => word is "NA" ? 0 : word[^1] - '0').Where(phase => phase is >= 1 and <= 4).Distinct().Order()];

    /// <summary>What the editor's text names; nothing when it names more than one, for then it compares.</summary>
    private static List<int> Phases(IEnumerable<string?> texts) =>
        texts.OfType<string>().SelectMany(text => PhaseInText().Matches(text)).Select(found => found.ValueSpan[^1] - '0').Distinct().ToList() is [var only] ? [only] : [];

    [GeneratedRegex(@"\b[Pp]hase [1-4]\b")]
    private static partial Regex PhaseInText();
}
