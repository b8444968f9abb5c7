using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

[QueryKeys("saved")]
public sealed class ManageModel(ManagedSubscriptions managed, TopicNames names) : PageModel
{
    private IReadOnlyList<NamedTopic> named = [];

    public string Token { get; private set; } = "";

    /// <summary>Null when the link leads to nobody.</summary>
    public ManagedPerson? Person { get; private set; }
    /// <summary>What the last button did; null when none was pressed.</summary>
    public string? Saved { get; private set; }
    public bool IsErased { get; private set; }

    public NamedTopic NameOf(Subscription subscription) => named.First(name => name.Topic == subscription.Topic);

    public async Task OnGetAsync(string token, string? saved, CancellationToken cancellationToken)
    {
        Token = token;
        Person = await managed.Find(token, cancellationToken);
        Saved = Person is null ? null : WordsFor(saved);
        if (Person is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            named = await names.Of([.. Person.Active.Select(subscription => subscription.Topic)], cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? act, [FromForm] int subscription, [FromForm] AlertFrequency frequency, CancellationToken cancellationToken)
    {
        if (act == "erase")
        {
            IsErased = await managed.Erase(token, cancellationToken);
            if (!IsErased)
                Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        if (!ModelState.IsValid || Act(act, token, subscription, frequency, cancellationToken) is not { } acting)
            return StatusCode(StatusCodes.Status400BadRequest);
        await acting;
        return new SeeOther($"{Links.ManageBy(token)}?saved={act}");
    }

    private static string? WordsFor(string? act) => act switch
    {
        "frequency" => "Saved.",
        "end" => "Stopped. We do not write to you about it any more.",
        "stop-all" => "Stopped. We do not write to you any more.",
        "pause" => "Paused. We do not write to you until you start again.",
        "resume" => "We write to you again.",
        _ => null,
    };

    /// <summary>Null for what no button of the page says.</summary>
    private Task<bool>? Act(string? act, string token, int subscription, AlertFrequency frequency, CancellationToken cancellationToken) => act switch
    {
        "frequency" when Enum.IsDefined(frequency) => managed.ChangeFrequency(token, subscription, frequency, cancellationToken),
        "end" => managed.End(token, subscription, cancellationToken),
        "stop-all" => managed.EndAll(token, cancellationToken),
        "pause" => managed.Pause(token, cancellationToken),
        "resume" => managed.Resume(token, cancellationToken),
        _ => null,
    };
}
