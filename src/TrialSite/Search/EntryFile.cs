using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TrialSite.Store;

namespace TrialSite.Search;

/// <summary>The columns of the index in a file beside the store, so that a start need not look through the store for them.</summary>
/// <remarks>It is right for the one moment of the catalogue that it was made at, and else as if it were not there; it may be deleted at any time.</remarks>
public sealed class EntryFile(SiteOptions site, ICatalogueMoments moments)
{
    /// <summary>Another number for another form of the file.</summary>
    private const long Form = 4;

    private string Path => System.IO.Path.Combine(site.DataFolder, "search.index");

    /// <summary>Whether it is there and of the catalogue as it is now.</summary>
    public bool IsRight() => IsOf(Head.Of(moments.Now()));

    /// <summary>What it holds, and the revision of the store that this is; null when it cannot say it.</summary>
    internal (TrialColumns Columns, long Revision)? Read()
    {
        try
        {
            var head = Head.Of(moments.Now());
            if (!IsOf(head))
                return null;
            if (ReadColumns() is { } columns)
                return (columns, head.SearchRevision);
            File.Delete(Path); // It is damaged, and the next one is made when there is none.
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The store has it all.
            return null;
        }
    }

    /// <summary>Makes the file, unless the catalogue went on.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Keep(CatalogueSnapshot snapshot)
    {
        var head = Head.Of(moments.Now());
        if (head.SearchRevision != snapshot.Revision)
            return;
        var unfinished = $"{Path}.unfinished";
        DataFolder.CreateFile(unfinished);
        using (var file = new FileStream(unfinished, FileMode.Truncate, FileAccess.Write, FileShare.None))
        {
            file.Write(MemoryMarshal.AsBytes([head]));
            snapshot.WriteTo(new(file));
        }
        File.Move(unfinished, Path, overwrite: true);
    }

    private TrialColumns? ReadColumns()
    {
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            file.Position = Unsafe.SizeOf<Head>();
            return TrialColumns.ReadFrom(new(file));
        }
        catch (InvalidDataException)
        {
            // Not what was written.
            return null;
        }
    }

    private bool IsOf(Head head)
    {
        if (!File.Exists(Path))
            return false;
        using var file = File.OpenRead(Path);
        var found = new Head[1];
        file.ReadAtLeast(MemoryMarshal.AsBytes(found.AsSpan()), Unsafe.SizeOf<Head>(), throwOnEndOfStream: false);
        return found[0] == head;
    }

    private readonly record struct Head(long OwnForm, long Generation, long SearchRevision, long Mark)
    {
        public static Head Of(CatalogueMoment moment) => new(Form, moment.Generation, moment.SearchRevision, moment.Mark);
    }
}
