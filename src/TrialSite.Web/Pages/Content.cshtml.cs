using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Pages;

[Kept]
public sealed class ContentModel(ContentPages pages) : PageModel
{
    public new ContentPage Content { get; private set; } = null!;
    public string Name { get; private set; } = "";

    public IActionResult OnGet(string name)
    {
        Name = name.ToLowerInvariant();
        if (pages.Named(Name) is not { } content)
            return NotFound();
        if (Name != name)
            return RedirectPermanent($"/{Name}");
        Content = content;
        return Page();
    }
}
