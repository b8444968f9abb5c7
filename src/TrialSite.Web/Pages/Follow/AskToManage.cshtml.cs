using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

/// <summary>Answers alike whether the address is known or not.</summary>
public sealed class AskToManageModel(ManageLinks links) : PageModel
{
    public string? Typed { get; private set; }
    public FollowProblem? Problem { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, CancellationToken cancellationToken)
    {
        if (EmailAddress.TryParse(email, out var address))
        {
            await links.Ask(address, VisitorAddress.BlockOf(HttpContext), cancellationToken);
            return new SeeOther(Links.CheckYourEmailToManage);
        }
        Typed = email;
        Problem = new("email", string.IsNullOrWhiteSpace(email) ? "Write your email address." : "Write the whole email address, like name@example.org.");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
