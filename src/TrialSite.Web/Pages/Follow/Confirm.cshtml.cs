using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

/// <summary>Mail scanners open every link: the page only asks, the button acts.</summary>
public sealed class ConfirmModel(Confirmations confirmations, TopicNames names) : PageModel
{
    public string Token { get; private set; } = "";
    public FoundSignUp? Found { get; private set; }
    public IReadOnlyList<NamedTopic> Asked { get; private set; } = [];
    public IReadOnlyList<NamedTopic> Followed => [.. Asked.Where(named => Found!.Followed.Contains(named.Topic))];
    public IReadOnlyList<NamedTopic> NotFollowed => [.. Asked.Except(Followed)];

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) => await Show(token, await confirmations.Find(token, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var found = await confirmations.Confirm(token, cancellationToken);
        if (found is { State: not ConfirmationState.Expired })
            return new SeeOther(Links.Confirm(token));
        await Show(token, found, cancellationToken);
        return Page();
    }

    private async Task Show(string token, FoundSignUp? found, CancellationToken cancellationToken)
    {
        (Token, Found) = (token, found);
        if (found is { State: not ConfirmationState.Expired })
            Asked = await names.Of(found.Topics, cancellationToken);
        else
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
