using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Maps;
using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Kept;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages.Trials;

[Kept]
public sealed class DetailModel(TrialPages pages, RelatedTrials related, FollowForms forms, PlaceMaps maps, SiteOptions site, TimeProvider time) : PageModel
{
    private const int RelatedShown = 5;

    public Trial Trial { get; private set; } = null!;
    public IReadOnlyList<ListedCondition> Conditions { get; private set; } = [];
    public FollowForm Form { get; private set; } = null!;
    public Places Places { get; private set; } = null!;
    public DoctorSheet Sheet { get; private set; } = null!;
    public QuestionsToAsk Questions { get; private set; } = null!;

    public IReadOnlyList<SearchHit> Related { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>Null when we have no record of the trial.</summary>
    public StatusNow? Status { get; private set; }
    public string SiteName => site.Name;
    public string StructuredData => TrialStructuredData.Of(Trial, Conditions, site.PublicBaseUrl);

    /// <summary>An editor's words are left, without the record beside them.</summary>
    public bool IsGoneFromRegistry => !Trial.IsInRegistry && Trial.Registry is not null;

    public string Description => Trial.LastLayers.Editorial is null
        ? $"{Trial.Title} ({Trial.NctId}): who can take part, what is tested, where it runs, and when the research team last confirmed it."
        : $"{Trial.Title} ({Trial.NctId}) in plain words: what is tested, what could go wrong and where it runs.";

    public async Task<IActionResult> OnGetAsync(string nctId, CancellationToken cancellationToken)
    {
        if (!NctId.TryParse(nctId, out var id))
            return NctId.TryFind(nctId, out var meant) ? RedirectPermanent(Links.Trial(meant)) : NotFound();
        if (await pages.TrialByNctId(id, cancellationToken) is not { } trial)
            return await pages.NctIdByAlias(id, cancellationToken) is { } current ? RedirectPermanent(Links.Trial(current)) : NotFound();
        Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        Trial = trial;
        Conditions = TrialConditions.OwnOf(trial);
        Form = forms.About(trial, Conditions);
        Places = Places.Of(trial, Today).On(maps);
        Status = trial.LastLayers.Registry is { } record ? new(record, trial.IsListed, Today) : null;
        Sheet = DoctorSheet.Of(site.PublicBaseUrl, Links.Trial(id), Today);
        Questions = QuestionsToAsk.Of(trial.LastLayers, Status, Places);
        Related = await related.Of(id, RelatedShown, Today, cancellationToken);
        HttpContext.Features.Set(new ShownOnPage(id, trial.Version, [id, .. Related.Select(hit => hit.NctId)], DayWords.ValidUntil(trial, Related, Today)));
        return Page();
    }
}
