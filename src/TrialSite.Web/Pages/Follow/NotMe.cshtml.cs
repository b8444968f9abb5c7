using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

/// <summary>It shows no topic: what a stranger ticked is no business of the address's owner.</summary>
public sealed class NotMeModel(Confirmations confirmations) : PageModel
{
    public string Token { get; private set; } = "";
    public FoundSignUp? Found { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) => Show(token, await confirmations.Find(token, cancellationToken));

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await confirmations.Disown(token, cancellationToken) is not null)
            return new SeeOther(Links.NotMe(token));
        Show(token, null);
        return Page();
    }

    private void Show(string token, FoundSignUp? found)
    {
        (Token, Found) = (token, found);
        if (found is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
