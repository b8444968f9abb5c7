using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>Reads the index on connections that stay open with statements that stay prepared; those of a walk are stepped without the driver's reader, which costs more than the match itself.</summary>
internal sealed class SqliteSearchStore(SiteOptions site) : ISearchStore, IDisposable
{
    private const string EntryColumns =
        "Id, NctNumber, Status, Phases, Marks, YoungestDay, OldestDay, FirstSeen, LastUpdated, Conditions, BroaderConditions, Countries, Points";

    private readonly ConcurrentBag<SqliteSearchReader> idle = [];
    private volatile bool isDisposed;

    public long Revision() => With(Revision);

    public bool IsBehind() => With(reader =>
    {
        using var statement = reader.Statement("SELECT IndexedGeneration < Generation FROM Catalogue");
        return statement.Scalar() == 1;
    });

    public int CountEntries() => With(reader =>
    {
        using var statement = reader.Statement("SELECT count(*) FROM SearchEntries");
        return (int)statement.Scalar()!;
    });

    public long ReadEntries(long after, ReadEntry read) => With(reader =>
    {
        using var moment = reader.Connection.BeginTransaction(deferred: true);
        var revision = Revision(reader);
        // All of them in the order in which they lie; what is new through its index.
        using var statement = reader.Statement($"SELECT {EntryColumns} FROM SearchEntries {(after < 0 ? "NOT INDEXED" : "INDEXED BY IX_SearchEntries_Revision")} WHERE Revision > ?");
        statement.With(after);
        while (statement.Step())
            read(Entry(statement));
        return revision;
    });

    /// <remarks>Read from the end of the index of generations.</remarks>
    public DateOnly? RecordsAsOf() => With<DateOnly?>(reader =>
    {
        using var statement = reader.Statement("""
            SELECT LastUpdated FROM Trials
            WHERE IsInRegistry AND FromGeneration <= (SELECT Generation FROM Catalogue) AND UntilGeneration > (SELECT Generation FROM Catalogue)
            ORDER BY FromGeneration DESC LIMIT 1
            """);
        return statement.Step() ? statement.Date(0) : null;
    });

    public IReadOnlyDictionary<int, Country> Countries() => With(reader =>
    {
        var countries = new Dictionary<int, Country>();
        using var statement = reader.Statement("SELECT Id, Slug, Name FROM Countries");
        while (statement.Step())
        {
            var id = statement.Int(0);
            countries.Add(id, new(id, statement.Text(1), statement.Text(2)));
        }
        return countries;
    });

    public bool Walk(SearchMatch match, long last, int most, Func<long, bool> visit) => With(reader =>
    {
        var visited = 0;
        foreach (var row in Rows(reader, match, last))
        {
            if (visited++ == most || !visit(row))
                return false;
        }
        return true;
    });

    public IReadOnlyList<NamedCondition> ConditionsNamed(IEnumerable<string> names) => With(reader =>
    {
        var found = new List<NamedCondition>();
        using var statement = reader.Statement("""
            SELECT Id, Slug, Name FROM Conditions WHERE Slug = ?1
            UNION SELECT condition.Id, condition.Slug, condition.Name FROM ConditionSpellings spelling JOIN Conditions condition ON condition.Id = spelling.ConditionId WHERE spelling.Key = ?2
            """);
        foreach (var name in names.Distinct())
        {
            statement.With(ConditionNaming.Known(name)?.Slug ?? Slug.From(name), name);
            while (statement.Step())
                found.Add(new(statement.Int(0), statement.Text(1), statement.Text(2), name));
        }
        return found;
    });

    public NamedCondition? ConditionBySlug(string slug) => With(reader =>
    {
        using var statement = reader.Statement("SELECT Id, Name FROM Conditions WHERE Slug = ?");
        return statement.With(slug).Step() ? new NamedCondition(statement.Int(0), slug, statement.Text(1), slug) : null;
    });

    public IReadOnlyList<MedicineName> OtherNamesOf(string medicineKey) => With(reader =>
    {
        var names = new List<MedicineName>();
        using var statement = reader.Statement("SELECT OtherKey, OtherName, Count FROM MedicineNames WHERE Key = ? ORDER BY Count DESC LIMIT 20");
        statement.With(medicineKey);
        while (statement.Step())
            names.Add(new() { Key = medicineKey, OtherKey = statement.Text(0), OtherName = statement.Text(1), Count = statement.Int(2) });
        return names;
    });

    public IReadOnlyList<KnownWord> KnownWords() => With(reader =>
    {
        var words = new List<KnownWord>();
        using var statement = reader.Statement("SELECT Word, Count FROM KnownWords");
        while (statement.Step())
            words.Add(new() { Word = statement.Text(0), Count = statement.Int(1) });
        return words;
    });

    public IReadOnlyList<(int Id, string Name)> ConditionNames() => With(reader =>
    {
        var names = new List<(int, string)>();
        using var statement = reader.Statement("SELECT Id, Name FROM Conditions UNION SELECT ConditionId, Name FROM ConditionSpellings WHERE Kind <> 'Registrant'");
        while (statement.Step())
            names.Add((statement.Int(0), statement.Text(1)));
        return names;
    });

    public long? RowOf(NctId nctId) => With(reader =>
    {
        using var statement = reader.Statement("SELECT Id FROM SearchEntries WHERE NctNumber = ?");
        return statement.Scalar(nctId.Number);
    });

    public IReadOnlyDictionary<long, ShownEntry> Shown(IEnumerable<long> rowIds) => With(reader =>
    {
        var shown = new Dictionary<long, ShownEntry>();
        using var statement = reader.Statement("SELECT Title, StatusSeenOn, PlaceNames, Conditions FROM SearchEntries WHERE Id = ?");
        using var condition = reader.Statement("SELECT Name FROM Conditions WHERE Id = ?");
        foreach (var row in rowIds)
        {
            if (statement.With(row).Step())
                shown[row] = new(statement.Text(0), statement.Date(1), FirstName(MemoryMarshal.Cast<byte, int>(statement.Bytes(3))), statement.Text(2));
        }
        return shown;

        string? FirstName(ReadOnlySpan<int> conditionIds) => conditionIds is [var primary, ..] && condition.With(primary).Step() ? condition.Text(0) : null;
    });

    public Action<TrialDbContext> Put(IReadOnlyList<Trial> trials)
    {
        var documents = SqliteSearchWriting.Make(trials);
        return db =>
        {
            using var writing = new SqliteSearchWriting(db);
            writing.Put(documents);
        };
    }

    public void Dispose()
    {
        isDisposed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>Phrases are known of names alone: groups of phrases and conditions are one walk, groups of single words another, and where both can meet a group it takes two.</summary>
    private static IEnumerable<long> Rows(SqliteSearchReader reader, SearchMatch match, long last)
    {
        if (match.Where != WordsIn.Anywhere)
            return Names(match.Groups);
        var (words, names, either) = (new List<SearchGroup>(), new List<SearchGroup>(), new List<SearchGroup>());
        foreach (var group in match.Groups)
            (!group.HasPhrase ? words : group.WithoutPhrases() is { Terms: [], OtherNames: [] } ? names : either).Add(group);
        var walks = either.Select(group => RowWalk.Either(Words([group.WithoutPhrases()]), Names([group.PhrasesAlone()])));
        walks = names.Count > 0 ? walks.Prepend(Names(names)) : walks;
        return (words.Count > 0 ? walks.Prepend(Words(words)) : walks).Aggregate(RowWalk.Both);

        IEnumerable<long> Words(IEnumerable<SearchGroup> groups) =>
            Matching(reader, "SELECT rowid FROM SearchWords WHERE SearchWords MATCH ? AND rowid <= ?", FtsText.InWords(groups, match.WithConditions), last);

        IEnumerable<long> Names(IEnumerable<SearchGroup> groups) =>
            Matching(reader, "SELECT rowid FROM SearchNames WHERE SearchNames MATCH ? AND rowid <= ?", FtsText.InNames(groups, match.Where, match.WithConditions), last);
    }

    private static IEnumerable<long> Matching(SqliteSearchReader reader, string sql, string? text, long last)
    {
        if (text is null)
            yield break;
        using var statement = reader.Statement(sql);
        statement.With(text, last);
        while (statement.Step(out var row))
            yield return row;
    }

    private T With<T>(Func<SqliteSearchReader, T> ask)
    {
        var reader = idle.TryTake(out var kept) ? kept : new(site.DatabaseFile);
        try
        {
            var answer = ask(reader);
            idle.Add(reader);
            if (isDisposed)
                Dispose();
            return answer;
        }
        catch
        {
            // Whatever it was in the middle of.
            reader.Dispose();
            throw;
        }
    }

    private static EntryRow Entry(SqliteStatement row) => new()
    {
        Id = row.Long(0),
        NctNumber = row.Int(1),
        Status = (byte)row.Int(2),
        Phases = (byte)row.Int(3),
        Marks = (EntryMarks)row.Int(4),
        YoungestDay = (ushort)row.Int(5),
        OldestDay = (ushort)row.Int(6),
        FirstSeen = row.Date(7),
        LastUpdated = row.Date(8),
        Conditions = MemoryMarshal.Cast<byte, int>(row.Bytes(9)),
        BroaderConditions = MemoryMarshal.Cast<byte, int>(row.Bytes(10)),
        Countries = MemoryMarshal.Cast<byte, ushort>(row.Bytes(11)),
        Points = MemoryMarshal.Cast<byte, PlacePoint>(row.Bytes(12)),
    };

    private static long Revision(SqliteSearchReader reader)
    {
        using var statement = reader.Statement("SELECT SearchRevision FROM Catalogue");
        return statement.Scalar() ?? 0;
    }
}
