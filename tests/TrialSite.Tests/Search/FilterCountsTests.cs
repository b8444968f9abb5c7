using TrialSite.Registry;
using TrialSite.Search;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Search;

/// <summary>Each count beside a filter against one made anew, in another way, from the records themselves.</summary>
public sealed class FilterCountsTests
{
    private const int FilterSets = 200;
    private const int CountriesEach = 8;
    private static readonly string[] Words = ["asthma", "cancer", "omalizumab", "children"];

    [SharedDataFact]
    public async Task Counts_equal_a_recount_over_random_filter_sets()
    {
        await using var site = await TestSite.Open();
        var records = SharedRecords.Files.SelectMany(SharedRecords.Of).Select(pair => pair.Record).DistinctBy(record => record.NctId).ToList();
        await site.Import(records);
        await using var scope = site.Scope();
        var search = (TrialSearch)scope.ServiceProvider.GetService(typeof(TrialSearch))!;
        var facts = records.ConvertAll(Facts.Of);
        var random = new Random(20261122);
        var withHits = 0;
        for (var set = 0; set < FilterSets; set++)
        {
            var query = RandomQuery(random);
            var result = await search.Find(query, default);
            var fitting = Fitting(facts, query);
            withHits += fitting.Count > 0 ? 1 : 0;
            var asked = string.Join('&', query.Pairs());

            Assert.True(fitting.Count == result.Counts.Total, $"{asked}: {result.Counts.Total} instead of {fitting.Count}");
            foreach (var status in StatusChoice.All)
                AssertSame(asked, status.Key, Fitting(facts, query with { Statuses = new([status]) }).Count, result.Counts.Of(status));
            foreach (var phase in PhaseChoice.All)
                AssertSame(asked, phase.Key, Fitting(facts, query with { Phases = new([phase]) }).Count, result.Counts.Of(phase));
            foreach (var country in Some(result.Countries, random, CountriesEach))
                AssertSame(asked, country.Slug, Fitting(facts, query with { Countries = new([country.Slug]) }).Count, result.Counts.Of(country));
            AssertSame(asked, "female", Fitting(facts, query with { Sex = SexChoice.Female }).Count, result.Counts.ForFemale);
            AssertSame(asked, "male", Fitting(facts, query with { Sex = SexChoice.Male }).Count, result.Counts.ForMale);
            AssertSame(asked, "healthy", Fitting(facts, query with { TakesHealthyVolunteers = true }).Count, result.Counts.TakingHealthyVolunteers);
            AssertSame(asked, "results", Fitting(facts, query with { HasResults = true }).Count, result.Counts.WithResults);
        }
        Assert.InRange(withHits, FilterSets / 2, FilterSets);
    }

    private static void AssertSame(string asked, string choice, int recount, int shown) => Assert.True(recount == shown, $"{asked}: {choice} says {shown} instead of {recount}");

    private static TrialQuery RandomQuery(Random random) => TrialQuery.All with
    {
        Text = random.Next(3) == 0 ? Words[random.Next(Words.Length)] : "",
        IsLiteral = true,
        Statuses = random.Next(3) == 0 ? new(Some(StatusChoice.All, random)) : ChosenSet<StatusChoice>.None,
        Phases = random.Next(3) == 0 ? new(Some(PhaseChoice.All, random)) : ChosenSet<PhaseChoice>.None,
        Countries = random.Next(3) == 0 ? new(Some(["united-states", "china", "france", "germany", "turkiye", "egypt"], random)) : ChosenSet<string>.None,
        Age = random.Next(3) == 0 ? random.Next(0, 90) : null,
        Sex = random.Next(4) switch { 0 => SexChoice.Female, 1 => SexChoice.Male, _ => null },
        TakesHealthyVolunteers = random.Next(5) == 0,
        HasResults = random.Next(5) == 0,
    };

    private static IEnumerable<T> Some<T>(IReadOnlyList<T> of, Random random, int? count = null) => Enumerable.Range(0, count ?? random.Next(1, 4)).Select(_ => of[random.Next(of.Count)]);

    private static List<Facts> Fitting(List<Facts> trials, TrialQuery query) => trials.FindAll(trial =>
        (!query.HasText || trial.Words.Contains(query.Text))
        && (query.Statuses.Count == 0 || query.Statuses.Any(status => status.Key == trial.Status))
        && (query.Phases.Count == 0 || query.Phases.Any(phase => phase.RegistryWord is { } word ? trial.Record.PhaseWords.Contains(word) : trial.Record.PhaseWords.Count == 0))
        && (query.Countries.Count == 0 || query.Countries.Any(trial.Countries.Contains))
        && IsOfAge(trial.Record.Eligibility, query.Age)
        && (query.Sex is null || trial.Record.Eligibility.SexWord is null or "ALL" || trial.Record.Eligibility.SexWord == (query.Sex == SexChoice.Female ? "FEMALE" : "MALE"))
        && (!query.TakesHealthyVolunteers || trial.Record.Eligibility.TakesHealthyVolunteers != false)
        && (!query.HasResults || trial.Record.HasResults == true));

    private static string StatusOf(RegistryRecord record) =>
        record.StatusWord?.ToLowerInvariant().Replace('_', '-')
        ?? (record.Locations.Any(place => place.StatusWord is "RECRUITING" or "AVAILABLE") ? "recruiting" : "not-stated");

    /// <summary>A person is that old from one birthday to the day before the next.</summary>
    private static bool IsOfAge(Eligibility eligibility, int? years) =>
        years is not { } age || (Years(eligibility.MinimumAge) is not { } from || from < age + 1) && (YearsAfter(eligibility.MaximumAge) is not { } until || until > age);

    private static double? Years(Age? limit) => limit is { Number: { } number, Unit: { } unit } ? number / PerYear(unit) : null;

    private static double? YearsAfter(Age? limit) => limit is { Number: { } number, Unit: { } unit } ? (number + 1) / PerYear(unit) : null;

    private static double PerYear(AgeUnit unit) => unit switch { AgeUnit.Year => 1, AgeUnit.Month => 12, AgeUnit.Week => 365.25 / 7, AgeUnit.Day => 365.25, AgeUnit.Hour => 365.25 * 24, _ => 365.25 * 1440 };

    private static bool HasWord(RegistryRecord record, string word)
    {
        var texts = new[] { record.Title, record.OfficialTitle, record.Acronym, record.Sponsor, record.Eligibility.Criteria }
            .Concat(record.Conditions).Concat(record.Keywords).Concat(record.MeshConditions.Select(term => term.Term))
            .Concat(record.Interventions.SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name!)))
            .Concat(record.Locations.SelectMany(place => new[] { place.Facility, place.City, place.State, place.Country }));
        return texts.Any(text => SearchWords.Of(text).Contains(SearchWords.Of(word)[0]));
    }

    /// <summary>What takes long to tell of a record, told once.</summary>
    private sealed record Facts(RegistryRecord Record, string Status, HashSet<string> Countries, HashSet<string> Words)
    {
        public static Facts Of(RegistryRecord record) => new(
            record,
            StatusOf(record),
            [.. record.Locations.Select(place => place.Country).OfType<string>().Select(CountryNames.SlugOf)],
            [.. FilterCountsTests.Words.Where(word => HasWord(record, word))]);
    }
}
