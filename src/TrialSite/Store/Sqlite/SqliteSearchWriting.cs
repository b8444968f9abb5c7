using System.Globalization;
using System.Text;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>Writes a chunk of trials into the index with prepared commands: a quarter of a millisecond each.</summary>
internal sealed class SqliteSearchWriting : IDisposable
{
    private readonly SqliteCommands commands;
    private readonly SqliteStatement find;
    private readonly SqliteStatement deleteEntry;
    private readonly SqliteStatement deleteNames;
    private readonly SqliteStatement deleteWords;
    private readonly SqliteStatement firstOfBlock;
    private readonly SqliteStatement addEntry;
    private readonly SqliteStatement addNames;
    private readonly SqliteStatement addWords;
    private readonly SqliteStatement addWord;
    private readonly SqliteStatement addMedicine;
    private readonly SqliteConditionRegister conditions;
    private readonly SqliteIds countries;
    /// <summary>In the order of their rows: FTS5 holds words back only while ids grow. An id below the last one makes it write a segment, and all segments are merged later.</summary>
    private readonly SortedDictionary<long, (SearchText Text, string ConditionIds)> texts = [];
    private readonly Dictionary<string, int> knownWords = [];
    private readonly Dictionary<(string Key, string OtherKey), (string OtherName, int Count)> medicines = [];

    public SqliteSearchWriting(TrialDbContext db)
    {
        commands = new(db);
        // Nothing in the index is a secret, and merging its segments frees many pages.
        commands.Prepare("PRAGMA secure_delete = FAST").Run();
        find = commands.Prepare("SELECT Id FROM SearchEntries WHERE NctNumber = ?1");
        deleteEntry = commands.Prepare("DELETE FROM SearchEntries WHERE Id = ?1");
        deleteNames = commands.Prepare("DELETE FROM SearchNames WHERE rowid = ?1");
        deleteWords = commands.Prepare("DELETE FROM SearchWords WHERE rowid = ?1");
        firstOfBlock = commands.Prepare("SELECT min(Id) FROM SearchEntries WHERE Id >= ?1 AND Id < ?2");
        addEntry = commands.Prepare("""
            INSERT INTO SearchEntries(Id, Revision, NctNumber, Status, Phases, Marks, YoungestDay, OldestDay, FirstSeen, LastUpdated, Title, StatusSeenOn, Conditions, BroaderConditions, Countries, Points, PlaceNames)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """);
        addNames = commands.Prepare("INSERT INTO SearchNames(rowid, Title, Conditions, Interventions, Sponsor, Places, Ids) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        addWords = commands.Prepare("INSERT INTO SearchWords(rowid, Words) VALUES (?1, ?2)");
        addWord = commands.Prepare("INSERT INTO KnownWords(Word, Count) VALUES (?1, ?2) ON CONFLICT(Word) DO UPDATE SET Count = Count + excluded.Count");
        addMedicine = commands.Prepare("""
            INSERT INTO MedicineNames(Key, OtherKey, OtherName, Count) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT(Key, OtherKey) DO UPDATE SET Count = Count + excluded.Count
            """);
        conditions = new(db);
        countries = new(commands.Prepare("SELECT Id FROM Countries WHERE Slug = ?1"), commands.Prepare("INSERT INTO Countries(Slug, Name) VALUES (?1, ?2)"));
    }

    /// <summary>On all cores: it asks for nothing in the store.</summary>
    public static IReadOnlyList<MadeDocument> Make(IReadOnlyList<Trial> trials) => [.. trials.AsParallel().AsOrdered().Select(MadeDocument.Of)];

    public void Put(IReadOnlyList<MadeDocument> documents)
    {
        var revision = commands.Prepare("UPDATE Catalogue SET SearchRevision = SearchRevision + 1 RETURNING SearchRevision").Scalar() ?? throw new InvalidOperationException("The catalogue has no row.");
        foreach (var document in documents)
            Put(document, revision);
        foreach (var (id, (text, conditionIds)) in texts)
        {
            addNames.Run(id, text.Title, text.Conditions, text.Interventions, text.Sponsor, text.Places, conditionIds);
            addWords.Run(id, text.Words + conditionIds);
        }
        foreach (var (word, count) in knownWords)
            addWord.Run(word, count);
        foreach (var (names, other) in medicines)
            addMedicine.Run(names.Key, names.OtherKey, other.OtherName, other.Count);
    }

    public void Dispose()
    {
        conditions.Dispose();
        commands.Dispose();
    }

    private void Put(MadeDocument content, long revision)
    {
        var document = content.Document;
        var before = find.Scalar(document.NctNumber);
        if (before is { } old)
            Remove(old);
        var rowId = NextRowId(document);
        if (document.IsGone)
        {
            Add(document.ToEntry(rowId, revision, [], [], []));
            return;
        }
        var (own, broader) = conditions.Put(content.Conditions);
        Add(document.ToEntry(rowId, revision, own, broader, content.Countries.Select(country => countries.Of(country.Slug, country.Name))));
        if (before is null)
            Learn(content);
        texts.Add(rowId, (content.Text!, Ids(own.Concat(broader).Distinct())));
    }

    private void Remove(long rowId)
    {
        deleteNames.Run(rowId);
        deleteWords.Run(rowId);
        deleteEntry.Run(rowId);
    }

    private long NextRowId(SearchDocument document)
    {
        var (from, until) = RowOrder.BlockOf(document.IsOpen, document.IsGone, document.Trial.LastUpdated);
        while (true)
        {
            var next = (firstOfBlock.Scalar(from, until) ?? until) - 1;
            if (next >= from)
                return next;
            // A million trials of one month: the next ones stand among those of the month before.
            (from, until) = (until, until + RowOrder.RowsOfMonth);
        }
    }

    private void Add(SearchEntry entry) => addEntry.Run(
        entry.Id, entry.Revision, entry.NctNumber, entry.Status, entry.Phases, (int)entry.Marks, entry.YoungestDay, entry.OldestDay,
        Day(entry.FirstSeen), Day(entry.LastUpdated), entry.Title, Day(entry.StatusSeenOn),
        entry.Conditions, entry.BroaderConditions, entry.Countries, entry.Points, entry.PlaceNames);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Ids(IEnumerable<int> conditionIds)
    {
        var ids = new StringBuilder();
        foreach (var id in conditionIds)
            ids.Append(CultureInfo.InvariantCulture, $"{FtsText.ConditionMark}{id} ");
        return ids.ToString();
    }

    private void Learn(MadeDocument content)
    {
        foreach (var word in content.NamedWords)
            knownWords[word] = knownWords.GetValueOrDefault(word) + 1;
        foreach (var (key, otherKey, otherName) in content.MedicineNames)
            medicines[(key, otherKey)] = (otherName, medicines.GetValueOrDefault((key, otherKey)).Count + 1);
    }

    /// <summary>What of a document takes long to make and asks for nothing in the store.</summary>
    internal sealed record MadeDocument(
        SearchDocument Document,
        IReadOnlyList<ConditionMention> Conditions,
        SearchText? Text,
        IReadOnlyList<(string Slug, string Name)> Countries,
        IReadOnlyList<string> NamedWords,
        IReadOnlyList<(string Key, string OtherKey, string OtherName)> MedicineNames)
    {
        public static MadeDocument Of(Trial trial)
        {
            var document = new SearchDocument(trial);
            return document.IsGone
                ? new(document, [], null, [], [], [])
                : new(
                    document,
                    TrialConditions.MentionsIn(trial.LastLayers),
                    document.ToText(),
                    [.. document.Countries.Select(name => (CountryNames.SlugOf(name), name))],
                    [.. document.NamedWords()],
                    [.. document.MedicineNames()]);
        }
    }
}
