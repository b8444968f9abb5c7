using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>Told of each entry; the row is gone with the next one.</summary>
public delegate void ReadEntry(EntryRow row);

/// <summary>What the search asks of the store; the rest is done in memory.</summary>
public interface ISearchStore
{
    /// <summary>Grows with every write to the index; cheap enough to ask for each request.</summary>
    long Revision();

    /// <summary>Whether readers see a generation of which the index does not hold all.</summary>
    bool IsBehind();

    /// <summary>How many entries there are, also of trials that are gone.</summary>
    int CountEntries();

    /// <summary>The entries written after the revision, from one moment, in no order.</summary>
    /// <returns>The revision of that moment.</returns>
    long ReadEntries(long after, ReadEntry read);

    /// <summary>The last day on which this site saw a trial with a record come or change; null when it has none.</summary>
    DateOnly? RecordsAsOf();

    /// <summary>The countries by their ids.</summary>
    IReadOnlyDictionary<int, Country> Countries();

    /// <summary>Visits the rows that match in the order of their ids, until there are none, or as many as are allowed, or the visitor says no.</summary>
    /// <param name="match">What they must hold.</param>
    /// <param name="last">No row behind this one is looked at: a word that is rare in a title is still walked through all the texts that it stands in.</param>
    /// <param name="most">So many are visited.</param>
    /// <param name="visit">Told of each row.</param>
    /// <returns>False when it stopped before the end.</returns>
    bool Walk(SearchMatch match, long last, int most, Func<long, bool> visit);

    /// <summary>The conditions that are known by any of the names, each with the name it was found by.</summary>
    IReadOnlyList<NamedCondition> ConditionsNamed(IEnumerable<string> names);

    /// <summary>Null when there is none.</summary>
    NamedCondition? ConditionBySlug(string slug);

    /// <summary>Other names of the medicine, those that most records give first.</summary>
    IReadOnlyList<MedicineName> OtherNamesOf(string medicineKey);

    /// <summary>Every word of titles, conditions and interventions.</summary>
    IReadOnlyList<KnownWord> KnownWords();

    /// <summary>Every condition's id by each of its names, those that only registrants use left out.</summary>
    IReadOnlyList<(int Id, string Name)> ConditionNames();

    /// <summary>Makes what the index takes of the trials; what is returned puts them in, within the caller's transaction, or takes those out that are no longer listed.</summary>
    Action<TrialDbContext> Put(IReadOnlyList<Trial> trials);

    /// <summary>The row of a trial's entry; null when it has none.</summary>
    long? RowOf(NctId nctId);

    /// <summary>What a list shows of the entries, by their rows, as far as these are still there.</summary>
    IReadOnlyDictionary<long, ShownEntry> Shown(IEnumerable<long> rowIds);
}
