using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using TrialSite.Store;

namespace TrialSite.Web.Kept;

/// <summary>A page as it was rendered once, in each form that was asked for so far, and what must still be so for it to be shown.</summary>
internal sealed class KeptPage
{
    /// <summary>Of the object itself and its place in memory, about.</summary>
    private const int OwnSize = 600;

    private readonly byte[]?[] forms = new byte[]?[Enum.GetValues<PageForm>().Length];
    private readonly string[] tags;
    private CatalogueMoment moment;

    /// <param name="address">The path, the key in memory.</param>
    /// <param name="kind">The page's route, for the log.</param>
    /// <param name="shown">Null for a page that holds only while nothing in the catalogue changes, and for its day alone.</param>
    /// <param name="shownHash">See <see cref="ICatalogueMoments.Shown"/>.</param>
    /// <param name="madeOn">The day.</param>
    /// <param name="moment">The state of the catalogue that it was made of.</param>
    /// <param name="contentHash">See <see cref="HashOf"/>.</param>
    public KeptPage(string address, string kind, ShownOnPage? shown, UInt128 shownHash, DateOnly madeOn, CatalogueMoment moment, UInt128 contentHash)
    {
        (Address, Kind, Shown, ShownHash, MadeOn, this.moment, ContentHash) = (address, kind, shown, shownHash, madeOn, moment, contentHash);
        var tag = $"{(shown is null ? "" : $"{shown.Version}-")}{Text(contentHash)}";
        tags = [$"\"{tag}\"", $"\"{tag}-gz\"", $"\"{tag}-br\""];
    }

    public string Address { get; }
    public string Kind { get; }
    public ShownOnPage? Shown { get; }
    public UInt128 ShownHash { get; }
    public DateOnly MadeOn { get; }
    public UInt128 ContentHash { get; }

    /// <summary>When it was last known to be right.</summary>
    public CatalogueMoment Moment
    {
        get => Volatile.Read(ref moment);
        set => Volatile.Write(ref moment, value);
    }

    public int Size => OwnSize + Address.Length * 2 + forms.Sum(form => form?.Length ?? 0);

    /// <summary>The words about days hold on this one.</summary>
    public bool IsOf(DateOnly day) => day >= MadeOn && day < (Shown?.ValidUntil ?? MadeOn.AddDays(1));

    public string TagOf(PageForm form) => tags[(int)form];

    public byte[]? Bytes(PageForm form) => Volatile.Read(ref forms[(int)form]);

    public void Add(PageForm form, byte[] bytes) => Volatile.Write(ref forms[(int)form], bytes);

    public void Drop(PageForm form) => Volatile.Write(ref forms[(int)form], null);

    /// <summary>Makes the form from another when nobody asked for it before; <paramref name="isNew"/> says so.</summary>
    public byte[] Make(PageForm form, out bool isNew)
    {
        isNew = false;
        if (Bytes(form) is { } ready)
            return ready;
        var (known, from) = Bytes(PageForm.Plain) is { } text ? (text, PageForm.Plain) : Bytes(PageForm.Brotli) is { } small ? (small, PageForm.Brotli) : (Bytes(PageForm.Gzip)!, PageForm.Gzip);
        var plain = PageBytes.PlainOf(known, from);
        var bytes = form switch
        {
            PageForm.Brotli => PageBytes.Brotli(plain),
            PageForm.Gzip => PageBytes.Gzip(plain),
            _ => plain,
        };
        Add(form, bytes);
        isNew = true;
        return bytes;
    }

    /// <summary>Other bytes, or made by another program: another tag.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> plain, long build)
    {
        Span<byte> own = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(own, build);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(own);
        hash.AppendData(plain);
        return BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    private static string Text(UInt128 hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return Base64Url.EncodeToString(bytes);
    }
}
