using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>Reads the index on connections that stay open; the statements of a walk are stepped without the driver's reader, which costs more than the match itself.</summary>
internal sealed class SqliteSearchStore(SiteOptions site) : ISearchStore, IDisposable
{
    private const string EntryColumns =
        "Id, Revision, NctNumber, Status, Phases, Marks, YoungestDay, OldestDay, FirstSeen, LastUpdated, Conditions, BroaderConditions, Countries, Points";

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool isDisposed;

    public long Revision() => With(connection => Scalar(connection, "SELECT SearchRevision FROM Catalogue"));

    public long ReadEntries(long after, Action<SearchEntry> read) => With(connection =>
    {
        using var moment = connection.BeginTransaction(deferred: true);
        var revision = Scalar(connection, "SELECT SearchRevision FROM Catalogue");
        // All of them in the order in which they lie; what is new through its index.
        using var statement = Prepare(connection, $"SELECT {EntryColumns} FROM SearchEntries {(after < 0 ? "NOT INDEXED" : "INDEXED BY IX_SearchEntries_Revision")} WHERE Revision > ?");
        raw.sqlite3_bind_int64(statement, 1, after);
        while (Step(connection, statement))
            read(Entry(statement));
        return revision;
    });

    public IReadOnlyDictionary<int, Country> Countries() => With(connection =>
    {
        var countries = new Dictionary<int, Country>();
        using var statement = Prepare(connection, "SELECT Id, Slug, Name FROM Countries");
        while (Step(connection, statement))
        {
            var id = raw.sqlite3_column_int(statement, 0);
            countries.Add(id, new(id, Text(statement, 1), Text(statement, 2)));
        }
        return countries;
    });

    public bool Walk(SearchMatch match, long last, int most, Func<long, bool> visit) => With(connection =>
    {
        var visited = 0;
        foreach (var row in Rows(connection, match, last))
        {
            if (visited++ == most || !visit(row))
                return false;
        }
        return true;
    });

    public IReadOnlyList<NamedCondition> ConditionsNamed(IEnumerable<string> names) => With(connection =>
    {
        var found = new List<NamedCondition>();
        using var statement = Prepare(connection, """
            SELECT Id, Slug, Name FROM Conditions WHERE Slug = ?1
            UNION SELECT condition.Id, condition.Slug, condition.Name FROM ConditionSpellings spelling JOIN Conditions condition ON condition.Id = spelling.ConditionId WHERE spelling.Key = ?2
            """);
        foreach (var name in names.Distinct())
        {
            raw.sqlite3_reset(statement);
            raw.sqlite3_bind_text(statement, 1, ConditionNaming.Known(name)?.Slug ?? Slug.From(name));
            raw.sqlite3_bind_text(statement, 2, name);
            while (Step(connection, statement))
                found.Add(new(raw.sqlite3_column_int(statement, 0), Text(statement, 1), Text(statement, 2), name));
        }
        return found;
    });

    public NamedCondition? ConditionBySlug(string slug) => With(connection =>
    {
        using var statement = Prepare(connection, "SELECT Id, Name FROM Conditions WHERE Slug = ?");
        raw.sqlite3_bind_text(statement, 1, slug);
        return Step(connection, statement) ? new NamedCondition(raw.sqlite3_column_int(statement, 0), slug, Text(statement, 1), slug) : null;
    });

    public IReadOnlyList<MedicineName> OtherNamesOf(string medicineKey) => With(connection =>
    {
        var names = new List<MedicineName>();
        using var statement = Prepare(connection, "SELECT OtherKey, OtherName, Count FROM MedicineNames WHERE Key = ? ORDER BY Count DESC LIMIT 20");
        raw.sqlite3_bind_text(statement, 1, medicineKey);
        while (Step(connection, statement))
            names.Add(new() { Key = medicineKey, OtherKey = Text(statement, 0), OtherName = Text(statement, 1), Count = raw.sqlite3_column_int(statement, 2) });
        return names;
    });

    public IReadOnlyList<KnownWord> KnownWords() => With(connection =>
    {
        var words = new List<KnownWord>();
        using var statement = Prepare(connection, "SELECT Word, Count FROM KnownWords");
        while (Step(connection, statement))
            words.Add(new() { Word = Text(statement, 0), Count = raw.sqlite3_column_int(statement, 1) });
        return words;
    });

    public IReadOnlyList<NamedCondition> ConditionNames() => With(connection =>
    {
        var names = new List<NamedCondition>();
        using var statement = Prepare(connection, """
            SELECT Id, Slug, Name, Name FROM Conditions
            UNION SELECT condition.Id, condition.Slug, condition.Name, spelling.Name
            FROM ConditionSpellings spelling JOIN Conditions condition ON condition.Id = spelling.ConditionId WHERE spelling.Kind <> 'Registrant'
            """);
        while (Step(connection, statement))
            names.Add(new(raw.sqlite3_column_int(statement, 0), Text(statement, 1), Text(statement, 2), Text(statement, 3)));
        return names;
    });

    public long? RowOf(NctId nctId) => With(connection =>
    {
        using var statement = Prepare(connection, "SELECT Id FROM SearchEntries WHERE NctNumber = ?");
        raw.sqlite3_bind_int(statement, 1, nctId.Number);
        return Step(connection, statement) ? (long?)raw.sqlite3_column_int64(statement, 0) : null;
    });

    public IReadOnlyDictionary<long, ShownEntry> Shown(IEnumerable<long> rowIds) => With(connection =>
    {
        var shown = new Dictionary<long, ShownEntry>();
        using var statement = Prepare(connection, "SELECT Title, StatusSeenOn, PlaceNames, Conditions FROM SearchEntries WHERE Id = ?");
        using var condition = Prepare(connection, "SELECT Name FROM Conditions WHERE Id = ?");
        foreach (var row in rowIds)
        {
            raw.sqlite3_reset(statement);
            raw.sqlite3_bind_int64(statement, 1, row);
            if (Step(connection, statement))
                shown[row] = new(Text(statement, 0), Date(statement, 1), FirstName(MemoryMarshal.Cast<byte, int>(raw.sqlite3_column_blob(statement, 3))), Text(statement, 2));
        }
        return shown;

        string? FirstName(ReadOnlySpan<int> conditionIds)
        {
            raw.sqlite3_reset(condition);
            raw.sqlite3_bind_int(condition, 1, conditionIds is [var primary, ..] ? primary : 0);
            return Step(connection, condition) ? Text(condition, 0) : null;
        }
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
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }

    /// <summary>Single words anywhere in one walk; each group with a phrase is a walk of its own beside it, for phrases are known of names alone.</summary>
    private static IEnumerable<long> Rows(SqliteConnection connection, SearchMatch match, long last)
    {
        if (match.Where != WordsIn.Anywhere)
            return Names(match.Groups);
        var plain = match.Groups.Where(group => !group.HasPhrase).ToList();
        var walks = match.Groups.Where(group => group.HasPhrase).Select(group => RowWalk.Either(Words([group.WithoutPhrases()]), Names([group.PhrasesAlone()])));
        return (plain.Count > 0 ? walks.Prepend(Words(plain)) : walks).Aggregate(RowWalk.Both);

        IEnumerable<long> Words(IEnumerable<SearchGroup> groups) =>
            Matching(connection, "SELECT rowid FROM SearchWords WHERE SearchWords MATCH ? AND rowid <= ?", FtsText.InWords(groups, match.WithConditions), last);

        IEnumerable<long> Names(IEnumerable<SearchGroup> groups) =>
            Matching(connection, "SELECT rowid FROM SearchNames WHERE SearchNames MATCH ? AND rowid <= ?", FtsText.InNames(groups, match.Where, match.WithConditions), last);
    }

    private static IEnumerable<long> Matching(SqliteConnection connection, string sql, string? text, long last)
    {
        if (text is null)
            yield break;
        using var statement = Prepare(connection, sql);
        raw.sqlite3_bind_text(statement, 1, text);
        raw.sqlite3_bind_int64(statement, 2, last);
        while (Step(connection, statement))
            yield return raw.sqlite3_column_int64(statement, 0);
    }

    private T With<T>(Func<SqliteConnection, T> ask)
    {
        var connection = idle.TryTake(out var kept) ? kept : Open();
        try
        {
            var answer = ask(connection);
            idle.Add(connection);
            if (isDisposed)
                Dispose();
            return answer;
        }
        catch
        {
            // Whatever it was in the middle of.
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(SqliteStore.ForReading(site.DatabaseFile));
        connection.Open();
        SqlitePragmas.ForReaders.ApplyTo(connection);
        return connection;
    }

    private static SearchEntry Entry(sqlite3_stmt row) => new()
    {
        Id = raw.sqlite3_column_int64(row, 0),
        Revision = raw.sqlite3_column_int64(row, 1),
        NctNumber = raw.sqlite3_column_int(row, 2),
        Status = (byte)raw.sqlite3_column_int(row, 3),
        Phases = (byte)raw.sqlite3_column_int(row, 4),
        Marks = (EntryMarks)raw.sqlite3_column_int(row, 5),
        YoungestDay = (ushort)raw.sqlite3_column_int(row, 6),
        OldestDay = (ushort)raw.sqlite3_column_int(row, 7),
        FirstSeen = Date(row, 8),
        LastUpdated = Date(row, 9),
        Conditions = raw.sqlite3_column_blob(row, 10).ToArray(),
        BroaderConditions = raw.sqlite3_column_blob(row, 11).ToArray(),
        Countries = raw.sqlite3_column_blob(row, 12).ToArray(),
        Points = raw.sqlite3_column_blob(row, 13).ToArray(),
    };

    private static DateOnly Date(sqlite3_stmt row, int column) => DateOnly.ParseExact(Text(row, column), "O", CultureInfo.InvariantCulture);

    private static string Text(sqlite3_stmt row, int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(row, column));

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var statement = Prepare(connection, sql);
        return Step(connection, statement) ? raw.sqlite3_column_int64(statement, 0) : 0;
    }

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        return statement;
    }

    private static bool Step(SqliteConnection connection, sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return result == raw.SQLITE_ROW;
    }
}
