using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrialSite.Web.Pages.Follow;

public sealed class CheckYourEmailToManageModel : PageModel
{
    public void OnGet()
    {
    }
}
