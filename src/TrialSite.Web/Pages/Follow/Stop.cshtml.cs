using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

public enum StopAct
{
    Everything,
    Topic,
    Weekly,
    Manage,
}

/// <summary>
/// Asks on GET, acts on POST. A mail provider's one-click post (RFC 8058) names no button; it means everything, and is answered like all others:
/// 200, no redirect, no cookie.
/// </summary>
public sealed class StopModel(StopLinks stops, ManageLinks manageLinks, TopicNames names) : PageModel
{
    public string Token { get; private set; } = "";

    /// <summary>Null when the link is none of ours.</summary>
    public FoundStop? Found { get; private set; }
    public NamedTopic? Named { get; private set; }

    /// <summary>Null on a page that only asks.</summary>
    public StopAct? Done { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) => await Show(token, await stops.Find(token, cancellationToken), cancellationToken);

    public async Task OnPostAsync(string token, [FromForm] string? act, CancellationToken cancellationToken)
    {
        Done = act switch { "topic" => StopAct.Topic, "weekly" => StopAct.Weekly, "manage" => StopAct.Manage, _ => StopAct.Everything };
        await Show(token, await Act(Done.Value, token, cancellationToken), cancellationToken);
    }

    private async Task<FoundStop?> Act(StopAct act, string token, CancellationToken cancellationToken)
    {
        if (act == StopAct.Manage)
            await manageLinks.AskByStopLink(token, VisitorAddress.BlockOf(HttpContext), cancellationToken);
        return act switch
        {
            StopAct.Topic => await stops.StopTopic(token, cancellationToken),
            StopAct.Weekly => await stops.WriteWeekly(token, cancellationToken),
            StopAct.Manage => await stops.Find(token, cancellationToken),
            _ => await stops.StopEverything(token, cancellationToken),
        };
    }

    private async Task Show(string token, FoundStop? found, CancellationToken cancellationToken)
    {
        (Token, Found) = (token, found);
        if (found is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else if (found.Topic is { } topic)
            Named = (await names.Of([topic], cancellationToken))[0];
    }
}
