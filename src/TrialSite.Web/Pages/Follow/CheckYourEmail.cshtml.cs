using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrialSite.Web.Pages.Follow;

public sealed class CheckYourEmailModel : PageModel
{
    public void OnGet()
    {
    }
}
