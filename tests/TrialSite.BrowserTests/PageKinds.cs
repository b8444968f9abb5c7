using TrialSite.Web;

namespace TrialSite.BrowserTests;

/// <summary>Every kind of page that the site has, a line each; what is added here is checked by all tests and drawn by the screenshots.</summary>
internal static class PageKinds
{
    public static readonly PageKind Trial = new("trial", $"/trials/{MadeTrials.Users}");

    public static readonly IReadOnlyList<PageKind> All =
    [
        new("home", Links.Home),
        Trial,
        new("trial-of-record-only", $"/trials/{MadeTrials.RecordOnly}"),
        new("trial-of-words-and-record", $"/trials/{MadeTrials.WordsAndRecord}"),
        new("trial-with-300-places", $"/trials/{MadeTrials.ManyPlaces}"),
        new("trial-bare", $"/trials/{MadeTrials.Bare}"),
        new("trial-gone", $"/trials/{MadeTrials.Gone}"),
        new("history", $"/trials/{MadeTrials.Changed}/history"),
        new("results", $"{Links.Trials}?q=liver"),
        new("results-all", $"{Links.Trials}?page=2"),
        new("results-none", $"{Links.Trials}?q=zzyzx"),
        new("find", Links.Find),
        new("find-age", $"{Links.Find}?ask=age&q=liver"),
        new("find-place-problem", $"{Links.Find}?ask=distance&q=liver&near=zzyzx"),
        new("condition", $"{Links.Conditions}/acute-liver-failure"),
        new("condition-unknown", $"{Links.Conditions}/zzyzx", 404),
        new("a-to-z", Links.Conditions),
        new("about", Links.About),
        new("safety", Links.Safety),
        new("privacy", Links.Privacy),
        new("terms", Links.Terms),
        new("glossary", Links.Glossary),
        new("not-found", "/nowhere", 404),
        new("not-a-page", Links.Follow, 405),
        new("problem", BrokenPage.Address, 500),
        new("sign-up-problem", $"/trials/{MadeTrials.Users}", 422, "Get updates"),
        new("sign-up-check-your-email", Links.CheckYourEmail),
        new("confirm", site => site.ConfirmLink()),
        new("confirm-done", site => site.ConfirmLink(), Press: "Yes, write to me"),
        new("confirm-old-link", Links.Confirm("old"), 404),
        new("not-me", site => site.NotMeLink()),
        new("not-me-done", site => site.NotMeLink(), Press: "It was not me"),
        new("manage-ask", Links.Manage),
        new("manage-ask-problem", Links.Manage, 422, "Send me the link"),
        new("manage-check-your-email", Links.CheckYourEmailToManage),
        new("manage", site => site.ManageLink()),
        new("manage-paused", site => site.ManageLink(), Press: "Pause my emails"),
        new("manage-erased", site => site.ManageLink(), Press: "Yes, erase everything"),
        new("manage-old-link", Links.ManageBy("old"), 404),
        new("stop", site => site.StopLink()),
        new("stop-done", site => site.StopLink(), Press: "Stop this topic"),
        new("stop-unknown-link", Links.Stop("old"), 404),
    ];

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    public static PageKind Named(string name) => All.Single(kind => kind.Name == name);
}
