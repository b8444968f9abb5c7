using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>One connection and the few statements that tell what state the catalogue is in.</summary>
internal sealed class SqliteMomentReader : IDisposable
{
    private const int MostMarked = 50;

    /// <summary>All that stands before the long texts; the hashes stand for those.</summary>
    private const string TrialColumns =
        "Id, Version, ContentHash, SourceHash, Seed_ContentHash, EditorialBasis, FromGeneration, FirstSeen, LastUpdated, LocationsSeenOn, HasSeed, IsInRegistry, IsListed, Title";

    private readonly SqliteConnection connection;
    private readonly SqliteStatement numbers;
    private readonly SqliteStatement trial;
    private readonly SqliteStatement entry;
    private readonly SqliteStatement lastImport;
    private readonly SqliteStatement newestVersions;
    private readonly SqliteStatement newestEntries;

    public SqliteMomentReader(string databaseFile)
    {
        connection = new(new SqliteConnectionStringBuilder(SqliteStore.ForReading(databaseFile)) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            SqlitePragmas.ForReaders.ApplyTo(connection);
            numbers = new(connection, "SELECT Generation, SearchRevision FROM Catalogue");
            trial = new(connection, $"SELECT {TrialColumns} FROM Trials WHERE NctId = ?1 AND FromGeneration <= ?2 AND UntilGeneration > ?2");
            // It follows a reseed's versions a moment later, and related trials are chosen by it.
            entry = new(connection, "SELECT Id, Revision, Status, Phases, Marks, FirstSeen, LastUpdated, Conditions, BroaderConditions, Countries FROM SearchEntries WHERE NctNumber = ?1");
            lastImport = new(connection, "SELECT Generation, LastGeneration, TurnedAt FROM CatalogueImports ORDER BY Generation DESC LIMIT 1");
            newestVersions = new(connection, $"SELECT NctId, {TrialColumns} FROM Trials WHERE FromGeneration = ?1 LIMIT {MostMarked}");
            newestEntries = new(connection, $"SELECT NctNumber FROM SearchEntries INDEXED BY IX_SearchEntries_Revision WHERE Revision = ?1 LIMIT {MostMarked}");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public (long Generation, long SearchRevision) Numbers()
    {
        try
        {
            numbers.Step();
            var answer = (numbers.Long(0), numbers.Long(1));
            numbers.Reset();
            return answer;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>All that is asked sees one state of the store.</summary>
    public T AtOneMoment<T>(Func<SqliteMomentReader, T> ask)
    {
        try
        {
            using var moment = connection.BeginTransaction(deferred: true);
            return ask(this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Asked once a reseed: its statement does not stay.</summary>
    public List<KnownSeed> Seeds()
    {
        var seeds = new List<KnownSeed>();
        using var statement = new SqliteStatement(connection, """
            SELECT NctId, Seed_FileName, Seed_ContentHash FROM Trials
            WHERE HasSeed AND FromGeneration + 0 <= (SELECT Generation FROM Catalogue) AND UntilGeneration > (SELECT Generation FROM Catalogue)
            """);
        while (statement.Step())
            seeds.Add(new(NctId.TryParse(statement.Text(0), out var nctId) ? nctId : throw new InvalidDataException($"{statement.Text(0)} is no NCT ID."), statement.Text(1), statement.Text(2)));
        return seeds;
    }

    /// <summary>Asked once a reseed or import, each part by an index.</summary>
    public bool HasUnfinished()
    {
        using var statement = new SqliteStatement(connection, $"""
            SELECT EXISTS (SELECT 1 FROM TrialChanges WHERE Generation > (SELECT Generation FROM Catalogue))
                OR EXISTS (SELECT 1 FROM Trials WHERE FromGeneration > (SELECT Generation FROM Catalogue))
                OR EXISTS (SELECT 1 FROM Trials WHERE UntilGeneration < {Trial.NoEnd} AND UntilGeneration > (SELECT Generation FROM Catalogue))
            """);
        return statement.Step() && statement.Long(0) == 1;
    }

    public UInt128 Shown(IReadOnlyList<NctId> trials, long generation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var nctId in trials)
            AddTrial(hash, nctId, generation);
        return Number(hash);
    }

    public long Mark(long generation, long searchRevision)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, lastImport);
        Add(hash, newestVersions.With(generation));
        var confirmed = new List<NctId>();
        newestEntries.With(searchRevision);
        while (newestEntries.Step())
            confirmed.Add(NctId.OfNumber((int)newestEntries.Long(0)));
        newestEntries.Reset();
        foreach (var nctId in confirmed)
            AddTrial(hash, nctId, generation);
        return (long)Number(hash);
    }

    /// <summary>Its statements go with it.</summary>
    public void Dispose()
    {
        foreach (var statement in new[] { numbers, trial, entry, lastImport, newestVersions, newestEntries })
            statement.Dispose();
        connection.Dispose();
    }

    private void AddTrial(IncrementalHash hash, NctId nctId, long generation)
    {
        Add(hash, trial.With(nctId.Value, generation));
        Add(hash, entry.With(nctId.Number));
    }

    private static void Add(IncrementalHash hash, SqliteStatement statement)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var rows = 0;
        for (; statement.Step(); rows++)
        {
            for (var column = 0; column < statement.ColumnCount; column++)
            {
                var value = statement.Bytes(column);
                BinaryPrimitives.WriteInt32LittleEndian(length, value.Length);
                hash.AppendData(length);
                hash.AppendData(value);
            }
        }
        statement.Reset();
        BinaryPrimitives.WriteInt32LittleEndian(length, -1 - rows);
        hash.AppendData(length);
    }

    private static UInt128 Number(IncrementalHash hash) => BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
}
