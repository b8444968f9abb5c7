using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Pages;

[Kept]
public sealed class IndexModel(TrialLists lists, TimeProvider time) : PageModel
{
    private const int RowsEach = 5;

    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public int Count { get; private set; }

    /// <summary>Null while there is no record of the registry here.</summary>
    public DateOnly? RecordsAsOf { get; private set; }
    public string CountInWords => Count == 1 ? "1 trial" : string.Create(CultureInfo.InvariantCulture, $"{Count:N0} trials");
    public IReadOnlyList<SearchHit> Newest { get; private set; } = [];
    public IReadOnlyList<SearchHit> RecentlyChanged { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Count = await lists.CountTrials(cancellationToken);
        Newest = await lists.Newest(RowsEach, cancellationToken);
        RecentlyChanged = await lists.RecentlyChanged(RowsEach, cancellationToken);
        RecordsAsOf = lists.RecordsAsOf();
    }
}
