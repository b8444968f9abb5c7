using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Store;
using TrialSite.Trials;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

public sealed class IndexModel(TrialPages pages, FollowForms forms, SignUps signUps) : PageModel
{
    public FollowForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync([FromForm] FollowInput? input, CancellationToken cancellationToken)
    {
        // A form with too many fields or too long a value is not read at all.
        if (input is null || !ModelState.IsValid)
            return StatusCode(StatusCodes.Status400BadRequest);
        if (!string.IsNullOrEmpty(input.Website))
            return new SeeOther(Links.CheckYourEmail);
        if (!Topic.TryParse(input.About, out var about) || await FormAbout(about, cancellationToken) is not { } form)
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        Form = form;
        if (form.Read(input, VisitorAddress.BlockOf(HttpContext)) is not { } request)
            return FormWithProblems(StatusCodes.Status422UnprocessableEntity);
        try
        {
            await signUps.Receive(request, cancellationToken);
            return new SeeOther(Links.CheckYourEmail);
        }
        catch (StoreUnavailableException)
        {
            Response.Headers.RetryAfter = "60";
            form.ReportNotSaved();
            return FormWithProblems(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<FollowForm?> FormAbout(Topic about, CancellationToken cancellationToken) => about.Kind switch
    {
        TopicKind.Trial when NctId.TryParse(about.Key, out var nctId) => await pages.TrialByNctId(nctId, cancellationToken) is { } trial ? forms.About(trial, TrialConditions.OwnOf(trial)) : null,
        _ when await pages.ConditionBySlug(about.Key, cancellationToken) is { } condition => forms.About(condition),
        // One that no trial is listed under yet.
        _ => LayNames.Ours.BySlug(about.Key) is { } row ? forms.About(Condition.Named(row.Name)) : null,
    };

    private PageResult FormWithProblems(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
