namespace TrialSite.Web.Pages;

/// <summary>A step of the way from the home page; the last one is the page itself and has no path.</summary>
public sealed record Crumb(string Words, string? Path = null);
