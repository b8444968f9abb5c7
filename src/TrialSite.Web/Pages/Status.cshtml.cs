using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrialSite.Web.Pages;

/// <summary>The page in place of one that cannot be shown; the pipeline comes here again with the status already set, by any method.</summary>
public sealed class StatusModel : PageModel
{
    public int Code { get; private set; }

    /// <summary>What was asked was to take a form.</summary>
    public bool IsForm => HttpMethods.IsPost(Request.Method);

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
            Response.StatusCode = StatusCodes.Status404NotFound;
        Code = Response.StatusCode;
    }
}
