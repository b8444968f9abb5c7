using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages.Conditions;

[QueryKeys("page")]
public sealed class DetailModel(TrialPages pages, TrialLists lists, FollowForms forms) : PageModel
{
    public Condition Condition { get; private set; } = null!;
    public TrialList Trials { get; private set; } = null!;
    public FollowForm Form { get; private set; } = null!;
    public PageLinks Pages => new(Links.Condition(Condition.Slug), Trials);

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || number < 1)
            return NotFound();
        if (await pages.ConditionBySlug(slug, cancellationToken) is not { } condition)
            return await pages.ConditionBySlug(Slug.From(slug), cancellationToken) is { } meant
                ? RedirectPermanent(Links.PageOf(Links.Condition(meant.Slug), number ?? 1))
                : NotFound();
        Condition = condition;
        Trials = await lists.TrialsUnder(condition, number ?? 1, cancellationToken);
        Form = forms.About(condition);
        return Trials.Page <= Trials.PageCount ? Page() : NotFound();
    }
}
