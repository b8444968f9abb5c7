using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Pages.Trials;

[Kept]
[QueryKeys("page")]
public sealed class HistoryModel(TrialPages pages) : PageModel
{
    public Trial Trial { get; private set; } = null!;
    public TrialHistory History { get; private set; } = null!;
    public PageLinks Pages => new(Links.History(Trial.NctId), History);

    /// <summary>The first listing stands under the day that the trial's own page calls "first seen": an editor may have given an earlier one.</summary>
    public DateOnly DayOf(TrialChange change) => change.IsFirstListing ? Trial.FirstSeen : DateOnly.FromDateTime(change.SeenAt.UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string nctId, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || number < 1)
            return NotFound();
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant) ? RedirectPermanent(Links.PageOf(Links.History(meant), number ?? 1)) : NotFound();
        if (await pages.TrialByNctId(id, cancellationToken) is not { } trial)
            return NotFound();
        Trial = trial;
        History = await pages.HistoryOf(id, number ?? 1, cancellationToken);
        return History.Page <= History.PageCount ? Page() : NotFound();
    }
}
