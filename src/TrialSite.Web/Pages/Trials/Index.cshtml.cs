using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Trials;

[QueryKeys("q", "page")]
public sealed class IndexModel(TrialLists lists) : PageModel
{
    public TrialList Trials { get; private set; } = null!;
    public PageLinks Pages => new(Links.Trials, Trials);

    /// <summary>A person typed something that holds no NCT ID.</summary>
    public bool IsUnreadable { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "q")] string? query,
        [FromQuery(Name = "page")] int? number,
        CancellationToken cancellationToken)
    {
        if (NctId.TryFind(query, out var nctId))
            return Redirect(Links.Trial(nctId));
        if (!ModelState.IsValid || number < 1)
            return NotFound();
        IsUnreadable = !string.IsNullOrWhiteSpace(query);
        Trials = await lists.AllTrials(number ?? 1, cancellationToken);
        return Trials.Page <= Trials.PageCount ? Page() : NotFound();
    }
}
