using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;

namespace TrialSite.Web.Pages;

public sealed class IndexModel(TrialPages pages) : PageModel
{
    private const int RowsEach = 5;

    public int Count { get; private set; }
    public IReadOnlyList<TrialHit> Newest { get; private set; } = [];
    public IReadOnlyList<TrialHit> RecentlyChanged { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await pages.CountTrials(cancellationToken);
        Newest = await pages.Newest(RowsEach, cancellationToken);
        RecentlyChanged = await pages.RecentlyChanged(RowsEach, cancellationToken);
    }
}
