using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

/// <summary>Needs a browser; skips, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
