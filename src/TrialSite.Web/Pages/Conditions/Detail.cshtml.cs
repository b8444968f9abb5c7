using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Kept;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages.Conditions;

[Kept]
[QueryKeys("after")]
public sealed class DetailModel(ConditionPages conditions, FollowForms forms, TimeProvider time) : PageModel
{
    private const int MostNearNames = 8;

    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Null when nobody knows a condition of this name.</summary>
    public ConditionPage? Condition { get; private set; }

    public IReadOnlyList<ConditionHit> NearNames { get; private set; } = [];

    /// <summary>Null for a condition that nobody knows.</summary>
    public FollowForm? Form { get; private set; }

    /// <summary>The reader went on in the list of trials.</summary>
    public bool IsFurtherOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? slug, [FromQuery(Name = "after")] string? after, CancellationToken cancellationToken)
    {
        var cursor = ListCursor.Parse(after);
        // A blank is bound as nothing.
        if (slug is null || (after is not null && cursor is null))
            return NotFound();
        IsFurtherOn = cursor is not null;
        Condition = await conditions.Of(slug, cursor, cancellationToken);
        if (Condition is null or { Total: 0 } && await conditions.SlugMeantBy(slug, cancellationToken) is { } meant && meant != slug)
            return RedirectPermanent(Links.Condition(meant));
        if (Condition is { } known)
            Form = forms.About(TrialSite.Trials.Condition.Named(known.Name));
        return Condition is { Trials: not [] } ? Page() : await NotHere(slug, cancellationToken);
    }

    private async Task<IActionResult> NotHere(string slug, CancellationToken cancellationToken)
    {
        if (IsFurtherOn)
            return NotFound();
        NearNames = await conditions.NearNames(Condition?.Name ?? slug.Replace('-', ' '), MostNearNames, cancellationToken);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
