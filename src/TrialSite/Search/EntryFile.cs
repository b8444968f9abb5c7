using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TrialSite.Store;

namespace TrialSite.Search;

/// <summary>The entries as the index reads them, in a file beside the store, so that a start need not look through the store for them.</summary>
/// <remarks>
/// It is right for the one moment of the catalogue that it was made at, and else as if it were not there; it may be deleted at any time. It is made of parts,
/// each with its length and its hash; a part without a length says that all are there.
/// </remarks>
public sealed class EntryFile(SiteOptions site, ISearchStore store, ICatalogueMoments moments)
{
    /// <summary>Another number for another form of the file.</summary>
    private const long Form = 2;

    private const int PartSize = 1 << 20;

    private string Path => System.IO.Path.Combine(site.DataFolder, "search.index");

    /// <summary>Tells how many entries are listed, then of each.</summary>
    /// <returns>The revision of the store that they are of; null when the file cannot say it, and what was told does not hold.</returns>
    public long? Read(Action<EntryCounts> begin, ReadEntry read)
    {
        try
        {
            var head = Head.Of(moments.Now());
            if (!IsOf(head))
                return null;
            if (ReadParts(begin, read))
                return head.SearchRevision;
            File.Delete(Path); // It is damaged, and the next one is made when there is none.
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The store has it all.
            return null;
        }
    }

    /// <summary>Makes the file, unless it is right as it is.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Keep()
    {
        var head = Head.Of(moments.Now());
        if (IsOf(head))
            return;
        var unfinished = $"{Path}.unfinished";
        DataFolder.CreateFile(unfinished);
        using (var file = new FileStream(unfinished, FileMode.Truncate, FileAccess.Write))
        {
            var counts = default(EntryCounts);
            Write(file, head, counts);
            using var part = new MemoryStream(PartSize + PartSize / 4);
            store.ReadEntries(-1, row =>
            {
                if (!row.Marks.HasFlag(EntryMarks.IsGone))
                {
                    counts = counts.With(row);
                    Add(row, part, file);
                }
            });
            WritePart(file, part);
            WritePart(file, part);
            file.Position = 0;
            Write(file, head, counts);
        }
        // What changed meanwhile may be in it or not.
        if (Head.Of(moments.Now()) == head)
            File.Move(unfinished, Path, overwrite: true);
        else
            File.Delete(unfinished);
    }

    private bool IsOf(Head head)
    {
        if (!File.Exists(Path))
            return false;
        using var file = File.OpenRead(Path);
        return Read<Head>(file) == head;
    }

    private static void Write(FileStream file, Head head, EntryCounts counts)
    {
        file.Write(MemoryMarshal.AsBytes([head]));
        file.Write(MemoryMarshal.AsBytes([counts]));
    }

    private static T Read<T>(FileStream file)
        where T : struct
    {
        var value = new T[1];
        file.ReadAtLeast(MemoryMarshal.AsBytes(value.AsSpan()), Unsafe.SizeOf<T>(), throwOnEndOfStream: false);
        return value[0];
    }

    private bool ReadParts(Action<EntryCounts> begin, ReadEntry read)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        Read<Head>(file);
        var counts = Read<EntryCounts>(file);
        if (!MayHold(file.Length, counts))
            return false;
        begin(counts);
        Span<byte> length = stackalloc byte[sizeof(int)];
        var hash = new byte[SHA256.HashSizeInBytes];
        var buffer = new byte[PartSize * 2];
        while (file.ReadAtLeast(length, sizeof(int), throwOnEndOfStream: false) == sizeof(int) && MemoryMarshal.Read<int>(length) is >= 0 and var size && size <= buffer.Length)
        {
            var part = buffer.AsSpan(0, size);
            if (file.ReadAtLeast(hash, hash.Length, throwOnEndOfStream: false) < hash.Length || file.ReadAtLeast(part, size, throwOnEndOfStream: false) < size)
                return false;
            if (!SHA256.HashData(part).AsSpan().SequenceEqual(hash))
                return false;
            if (size == 0)
                return true;
            ReadRows(part, read);
        }
        return false;
    }

    private static void ReadRows(ReadOnlySpan<byte> part, ReadEntry read)
    {
        while (part.Length > 0)
        {
            var row = MemoryMarshal.Read<Row>(part);
            part = part[Unsafe.SizeOf<Row>()..];
            read(new()
            {
                Id = row.Id,
                NctNumber = row.NctNumber,
                Status = row.Status,
                Phases = row.Phases,
                Marks = row.Marks,
                YoungestDay = row.YoungestDay,
                OldestDay = row.OldestDay,
                FirstSeen = DateOnly.FromDayNumber(row.FirstSeen),
                LastUpdated = DateOnly.FromDayNumber(row.LastUpdated),
                Conditions = Next<int>(ref part, row.Conditions),
                BroaderConditions = Next<int>(ref part, row.BroaderConditions),
                Countries = Next<ushort>(ref part, row.Countries),
                Points = Next<PlacePoint>(ref part, row.Points),
            });
        }
    }

    private static ReadOnlySpan<T> Next<T>(ref ReadOnlySpan<byte> part, int count)
        where T : struct
    {
        var values = MemoryMarshal.Cast<byte, T>(part[..(count * Unsafe.SizeOf<T>())]);
        part = part[(count * Unsafe.SizeOf<T>())..];
        return values;
    }

    private static void Add(EntryRow entry, MemoryStream part, FileStream file)
    {
        part.Write(MemoryMarshal.AsBytes([new Row(entry)]));
        part.Write(MemoryMarshal.AsBytes(entry.Conditions));
        part.Write(MemoryMarshal.AsBytes(entry.BroaderConditions));
        part.Write(MemoryMarshal.AsBytes(entry.Countries));
        part.Write(MemoryMarshal.AsBytes(entry.Points));
        if (part.Length > PartSize)
            WritePart(file, part);
    }

    /// <summary>The counts have no hash; room is made for what can stand in the file and no more.</summary>
    private static bool MayHold(long length, EntryCounts counts) =>
        counts is { Entries: >= 0, Conditions: >= 0, Countries: >= 0, Points: >= 0 }
        && (long)counts.Entries * Unsafe.SizeOf<Row>() + (long)counts.Conditions * sizeof(int) + (long)counts.Countries * sizeof(ushort) + (long)counts.Points * Unsafe.SizeOf<PlacePoint>() <= length;

    private static void WritePart(FileStream file, MemoryStream part)
    {
        var bytes = part.GetBuffer().AsSpan(0, (int)part.Length);
        file.Write(MemoryMarshal.AsBytes([bytes.Length]));
        file.Write(SHA256.HashData(bytes));
        file.Write(bytes);
        part.SetLength(0);
    }

    private readonly record struct Head(long OwnForm, long Generation, long SearchRevision, long Mark)
    {
        public static Head Of(CatalogueMoment moment) => new(Form, moment.Generation, moment.SearchRevision, moment.Mark);
    }

    /// <summary>What of an entry has a fixed size; its lists follow.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly struct Row(EntryRow entry)
    {
        public readonly long Id = entry.Id;
        public readonly int NctNumber = entry.NctNumber;
        public readonly byte Status = entry.Status;
        public readonly byte Phases = entry.Phases;
        public readonly EntryMarks Marks = entry.Marks;
        public readonly ushort YoungestDay = entry.YoungestDay;
        public readonly ushort OldestDay = entry.OldestDay;
        public readonly int FirstSeen = entry.FirstSeen.DayNumber;
        public readonly int LastUpdated = entry.LastUpdated.DayNumber;
        public readonly ushort Conditions = (ushort)entry.Conditions.Length;
        public readonly ushort BroaderConditions = (ushort)entry.BroaderConditions.Length;
        public readonly ushort Countries = (ushort)entry.Countries.Length;
        public readonly ushort Points = (ushort)entry.Points.Length;
    }
}
