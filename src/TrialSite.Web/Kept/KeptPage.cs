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

    private static readonly string[] FormNames = ["plain", "gzip", "br"];

    private readonly Body?[] forms = new Body?[FormNames.Length];
    private CatalogueMoment moment;
    private volatile bool wasOfferedForPacking;

    /// <param name="address">The path, the key in memory.</param>
    /// <param name="shown">Null for a page that holds only while nothing in the catalogue changes, and for its day alone.</param>
    /// <param name="shownHash">See <see cref="ICatalogueMoments.Shown"/>.</param>
    /// <param name="madeOn">The day.</param>
    /// <param name="moment">The state of the catalogue that it was made of.</param>
    /// <param name="contentHash">See <see cref="HashOf"/>.</param>
    public KeptPage(string address, ShownOnPage? shown, UInt128 shownHash, DateOnly madeOn, CatalogueMoment moment, UInt128 contentHash)
    {
        (Address, Shown, ShownHash, MadeOn, this.moment, ContentHash) = (address, shown, shownHash, madeOn, moment, contentHash);
    }

    public string Address { get; }
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

    /// <summary>See <see cref="PagePacking"/>.</summary>
    public bool WasOfferedForPacking
    {
        get => wasOfferedForPacking;
        set => wasOfferedForPacking = value;
    }

    public int Size => OwnSize + Address.Length * 2 + forms.Sum(form => form?.Bytes.Length ?? 0);

    /// <summary>The words about days hold on this one.</summary>
    public bool IsOf(DateOnly day) => day >= MadeOn && day < (Shown?.ValidUntil ?? MadeOn.AddDays(1));

    public Body? Find(PageForm form) => Volatile.Read(ref forms[(int)form]);

    /// <remarks>Content, program, form and length name the bytes: a program packs a page in a form in one way, or in a second one only when that is shorter (<see cref="PagePacking"/>).</remarks>
    public Body Add(PageForm form, byte[] bytes)
    {
        var body = new Body(bytes, $"{TagStart(form)}{bytes.Length:x}\"");
        Volatile.Write(ref forms[(int)form], body);
        return body;
    }

    public void Drop(PageForm form) => Volatile.Write(ref forms[(int)form], null);

    /// <summary>Makes the form from another when nobody asked for it before; <paramref name="isNew"/> says so.</summary>
    public Body Make(PageForm form, out bool isNew)
    {
        isNew = false;
        if (Find(form) is { } ready)
            return ready;
        var plain = Plain();
        isNew = true;
        return Add(form, form switch
        {
            PageForm.Brotli => PageBytes.Brotli(plain),
            PageForm.Gzip => PageBytes.Gzip(plain),
            _ => plain,
        });
    }

    /// <summary>The page itself, unpacked when it is not kept so.</summary>
    public byte[] Plain()
    {
        if (Find(PageForm.Plain) is { } plain)
            return plain.Bytes;
        return Find(PageForm.Brotli) is { } small ? PageBytes.PlainOf(small.Bytes, PageForm.Brotli) : PageBytes.PlainOf(Find(PageForm.Gzip)!.Bytes, PageForm.Gzip);
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

    /// <summary>Who has bytes of a tag that begins so has this page in that form, however it was packed then.</summary>
    /// <remarks>Half of the hash is enough to tell the pages of one address apart, and each tag is sent often.</remarks>
    public string TagStart(PageForm form)
    {
        Span<byte> hash = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(hash, (ulong)(ContentHash >> 64));
        return $"\"{(Shown is null ? "" : $"{Shown.Version}-")}{FormNames[(int)form]}-{Base64Url.EncodeToString(hash)}-";
    }

    /// <param name="Bytes">What is sent.</param>
    /// <param name="Tag">Strong: it names these bytes, and begins with what all bytes of the page in this form share.</param>
    internal sealed record Body(byte[] Bytes, string Tag);
}
