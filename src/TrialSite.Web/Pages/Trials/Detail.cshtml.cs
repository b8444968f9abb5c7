using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages.Trials;

public sealed class DetailModel(TrialPages pages, FollowForms forms, SiteOptions site, TimeProvider time) : PageModel
{
    public Trial Trial { get; private set; } = null!;
    public FollowForm Form { get; private set; } = null!;
    public Places Places { get; private set; } = null!;
    public string SiteName => site.Name;
    public string StructuredData => TrialStructuredData.Of(Trial, site.PublicBaseUrl);

    public async Task<IActionResult> OnGetAsync(string nctId, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant) ? RedirectPermanent(Links.Trial(meant)) : NotFound();
        if (await pages.TrialByNctId(id, cancellationToken) is not { } trial)
            return await pages.NctIdByAlias(id, cancellationToken) is { } today ? RedirectPermanent(Links.Trial(today)) : NotFound();
        Trial = trial;
        Form = forms.About(trial);
        Places = Places.Of(trial, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return Page();
    }
}
