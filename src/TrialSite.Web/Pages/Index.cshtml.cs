using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;

namespace TrialSite.Web.Pages;

public sealed class IndexModel(TrialLists lists) : PageModel
{
    private const int RowsEach = 5;

    public int Count { get; private set; }
    public IReadOnlyList<TrialHit> Newest { get; private set; } = [];
    public IReadOnlyList<TrialHit> RecentlyChanged { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await lists.CountTrials(cancellationToken);
        Newest = await lists.Newest(RowsEach, cancellationToken);
        RecentlyChanged = await lists.RecentlyChanged(RowsEach, cancellationToken);
    }
}
