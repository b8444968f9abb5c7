using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Pages.Trials;

[Kept]
[QueryKeys("q", "only", "condition", "status", "phase", "country", "age", "sex", "healthy", "read", "results", "near", "within", "sort", "page", Several = ["status", "phase", "country"])]
public sealed class IndexModel(TrialSearch search, TimeProvider time) : PageModel
{
    public SearchResult Result { get; private set; } = null!;
    public TrialQuery Asked => Result.Query;
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    public PageLinks Pages => new(Asked.Page, Result.PageCount, page => Links.Search(Asked with { Page = page }));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (NctId.TryFind(Request.Query["q"].FirstOrDefault(), out var nctId))
            return Redirect(Links.Trial(nctId));
        if (Request.Query["page"].FirstOrDefault() is { } number && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page is < 1 or > TrialQuery.LastPage))
            return NotFound();
        var asked = TrialQuery.Parse(key => Request.Query[key]);
        if (!asked.IsSpelledBy(Request.Query))
            return RedirectPermanent(Links.Search(asked));
        Result = await search.Find(asked, cancellationToken);
        // Where a person is stays in no cache.
        if (asked.Near is not null)
            Response.Headers.CacheControl = "no-store";
        return asked.Page <= Result.PageCount ? Page() : NotFound();
    }
}
