using Microsoft.AspNetCore.Mvc.Filters;

namespace TrialSite.BrowserTests;

/// <summary>Has a fault at one address, so that the page for faults can be seen.</summary>
internal sealed class BrokenPage : IResourceFilter
{
    public const string Address = "/trials/NCT00000500";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Path == Address)
            throw new InvalidOperationException("Broken on purpose.");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
