using System.Data.Common;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Web.Kept;

/// <summary>The pages that are ready to send: docs/decisions/0007-page-cache.md.</summary>
internal sealed class KeptPages(ICatalogueMoments catalogue, KeptPageMemory memory, IPageFile file, PageWriter writer, PagePacking packing, PageCounts counts, SiteBuild build, TimeProvider time)
{
    /// <summary>None that the catalogue is ever in.</summary>
    private static readonly CatalogueMoment Unknown = new(-1, -1, 0);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Null when the store cannot be asked; then nothing is kept.</summary>
    public CatalogueMoment? Now() => Ask(catalogue.Now);

    /// <summary>The page at the address, if it is kept and still says what it would say if it were rendered now.</summary>
    public KeptPage? Find(string address)
    {
        if (memory.Find(address) is { } ready)
        {
            if (!IsValid(ready))
                return null;
            counts.CountFromMemory();
            packing.Offer(ready);
            return ready;
        }
        if (InFile(address) is not { } page || !IsValid(page))
            return null;
        counts.CountFromFile();
        memory.Put(page);
        return page;
    }

    /// <summary>What was just rendered; it is kept unless the catalogue moved meanwhile.</summary>
    /// <param name="address">Its path.</param>
    /// <param name="plain">Its bytes.</param>
    /// <param name="form">The form in which it is asked for.</param>
    /// <param name="before">The moment before it was rendered.</param>
    /// <param name="madeOn">The day before it was rendered.</param>
    /// <param name="shown">What a trial's page says of itself.</param>
    public KeptPage Keep(string address, byte[] plain, PageForm form, CatalogueMoment? before, DateOnly madeOn, ShownOnPage? shown)
    {
        counts.CountRendered();
        var own = shown is not null && Links.Trial(shown.NctId) == address ? shown : null;
        var after = own is null ? (Now(), default) : Shown(own);
        var page = new KeptPage(address, own, after.Shown, madeOn, before ?? Unknown, KeptPage.HashOf(plain, build.Number));
        page.Add(PageForm.Plain, plain);
        if (form != PageForm.Plain)
        {
            page.Make(form, out _);
            page.Drop(PageForm.Plain);
        }
        if (before is null || after.Moment != before || madeOn != Today)
            return page;
        memory.Put(page);
        writer.Offer(page);
        return page;
    }

    /// <summary>The page in the form, made when nobody asked for it before.</summary>
    public KeptPage.Body BodyOf(KeptPage page, PageForm form)
    {
        var body = page.Make(form, out var isNew);
        if (isNew && memory.Find(page.Address) == page)
            memory.Put(page);
        return body;
    }

    private bool IsValid(KeptPage page)
    {
        if (!page.IsOf(Today) || Ask(catalogue.Lately) is not { } now)
            return false;
        if (page.Moment == now)
            return true;
        if (page.Shown is not { } shown)
            return false;
        var (moment, hash) = Shown(shown);
        if (moment is null || hash != page.ShownHash)
            return false;
        page.Moment = moment;
        return true;
    }

    private (CatalogueMoment? Moment, UInt128 Shown) Shown(ShownOnPage page) => Ask(() => catalogue.Shown(page.Trials));

    /// <summary>Nothing, when the store cannot be asked: whoever renders the page meets the same fault and tells it.</summary>
    private static T? Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (DbException)
        {
            return default;
        }
    }

    private KeptPage? InFile(string address)
    {
        if (!address.StartsWith($"{Links.Trials}/", StringComparison.Ordinal) || !NctId.TryParse(address[(Links.Trials.Length + 1)..], out var nctId)
            || file.Find(nctId) is not { } stored || stored.Build != build.Number || stored.NctId != nctId)
            return null;
        var page = new KeptPage(address, new(nctId, stored.Version, stored.Trials, stored.ValidUntil), stored.Shown, stored.MadeOn, stored.Moment, stored.ContentHash);
        page.Add(PageForm.Brotli, stored.Brotli);
        return page;
    }
}
