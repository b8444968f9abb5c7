using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>One connection to the file of pages.</summary>
internal sealed class SqlitePageRows : IDisposable
{
    /// <summary>Raised with each other form of the table.</summary>
    private const long Form = 1;

    private const string Columns = "Build, Version, MadeOn, ValidUntil, Generation, SearchRevision, Mark, Trials, Shown, ContentHash, Brotli";

    /// <summary>A lost page is no loss: a commit waits for no disk, only the folding of the log does.</summary>
    private const string Pragmas = """
        PRAGMA busy_timeout = 1000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA mmap_size = 0;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA cache_size = -1024;
        PRAGMA journal_size_limit = 67108864;
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteStatement find;
    private readonly SqliteStatement keep;

    public SqlitePageRows(string file)
    {
        connection = Open(file);
        try
        {
            find = new(connection, $"SELECT Checksum, {Columns} FROM Pages WHERE NctNumber = ?1");
            keep = new(connection, $"INSERT OR REPLACE INTO Pages(NctNumber, Checksum, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file with its table, unless it is there; one of another form is emptied.</summary>
    public static void Create(string file)
    {
        DataFolder.Create(Path.GetDirectoryName(file)!);
        DataFolder.CreateFile(file);
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        if ((long)command.ExecuteScalar()! == Form)
            return;
        command.CommandText = $"""
            BEGIN IMMEDIATE;
            DROP TABLE IF EXISTS Pages;
            CREATE TABLE Pages (NctNumber INTEGER PRIMARY KEY, Checksum INTEGER, Build INTEGER, Version INTEGER, MadeOn INTEGER, ValidUntil INTEGER,
                Generation INTEGER, SearchRevision INTEGER, Mark INTEGER, Trials BLOB, Shown BLOB, ContentHash BLOB, Brotli BLOB);
            PRAGMA user_version = {Form};
            COMMIT;
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Null when there is none, or when the row is not what was written.</summary>
    public StoredPage? Find(NctId nctId)
    {
        try
        {
            return find.With(nctId.Number).Step() ? Read(nctId) : null;
        }
        finally
        {
            find.Reset();
        }
    }

    public bool Keep(IReadOnlyList<StoredPage> pages)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var page in pages)
            Put(page);
        transaction.Commit();
        return true;
    }

    public void Dispose()
    {
        find?.Dispose();
        keep?.Dispose();
        connection.Dispose();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private StoredPage? Read(NctId nctId)
    {
        var page = new StoredPage
        {
            NctId = nctId,
            Build = find.Long(1),
            Version = (int)find.Long(2),
            MadeOn = Day(find.Long(3)),
            ValidUntil = Day(find.Long(4)),
            Moment = new(find.Long(5), find.Long(6), find.Long(7)),
            Trials = Trials(MemoryMarshal.Cast<byte, int>(find.Bytes(8))),
            Shown = Number(find.Bytes(9)),
            ContentHash = Number(find.Bytes(10)),
            Brotli = find.Bytes(11).ToArray(),
        };
        return find.Long(0) == ChecksumOf(page, find.Bytes(8)) ? page : null;
    }

    private void Put(StoredPage page)
    {
        var trials = MemoryMarshal.AsBytes<int>(page.Trials.Select(trial => trial.Number).ToArray()).ToArray();
        keep.Run(
            page.NctId.Number,
            ChecksumOf(page, trials),
            page.Build,
            page.Version,
            page.MadeOn.DayNumber,
            page.ValidUntil.DayNumber,
            page.Moment.Generation,
            page.Moment.SearchRevision,
            page.Moment.Mark,
            trials,
            Bytes(page.Shown),
            Bytes(page.ContentHash),
            page.Brotli);
    }

    /// <summary>Over every value: after a power cut a row may be made of parts of two.</summary>
    private static uint ChecksumOf(StoredPage page, ReadOnlySpan<byte> trials)
    {
        ReadOnlySpan<long> numbers =
        [
            page.NctId.Number, page.Build, page.Version, page.MadeOn.DayNumber, page.ValidUntil.DayNumber, page.Moment.Generation, page.Moment.SearchRevision, page.Moment.Mark,
            (long)(ulong)page.Shown, (long)(ulong)(page.Shown >> 64), (long)(ulong)page.ContentHash, (long)(ulong)(page.ContentHash >> 64), page.Trials.Count, page.Brotli.Length,
        ];
        return Sum(Sum(Sum(0, MemoryMarshal.AsBytes(numbers)), trials), page.Brotli);
    }

    private static uint Sum(uint sum, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, last);
        return sum;
    }

    private static NctId[] Trials(ReadOnlySpan<int> numbers)
    {
        var trials = new NctId[numbers.Length];
        for (var i = 0; i < trials.Length; i++)
            trials[i] = NctId.OfNumber(numbers[i]);
        return trials;
    }

    /// <summary>Any number that a damaged file gives is some day; the checksum tells.</summary>
    private static DateOnly Day(long number) => DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));

    private static UInt128 Number(ReadOnlySpan<byte> bytes) => bytes.Length == 16 ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : 0;

    private static byte[] Bytes(UInt128 number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return bytes;
    }
}
