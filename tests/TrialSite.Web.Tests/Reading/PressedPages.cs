using AngleSharp.Dom;
using TrialSite.Alerts;

namespace TrialSite.Web.Tests.Reading;

/// <summary>The pages that no address leads to: what a button answers, and what is shown when something went wrong.</summary>
internal sealed class PressedPages(FaultySite site)
{
    private static readonly string[] OnManage = ["frequency", "end", "stop-all", "pause", "resume", "erase"];
    private static readonly string[] OnStop = ["topic", "everything", "weekly", "manage"];
    private static readonly int[] Faults = [400, 403, 404, 405, 413, 415, 422, 429, 500, 503];

    public async Task<IReadOnlyList<(string Kind, IElement Main)>> Read()
    {
        List<(string, IElement)> pages = [];
        foreach (var act in OnManage)
            pages.Add(($"manage, {act}", await Managed(act)));
        foreach (var act in OnStop)
            pages.Add(($"stop, {act}", await Stopped(act)));
        foreach (var status in Faults)
            pages.Add(($"fault {status}", await MainOf(await site.Ask(HttpMethod.Get, status))));
        pages.Add(("fault 429 of a form", await MainOf(await site.Ask(HttpMethod.Post, 429))));
        return pages;
    }

    private async Task<IElement> Managed(string act)
    {
        var person = site.NewAddress();
        var subscriptions = await site.Confirmed(person);
        var link = Links.ManageBy(await site.AskToManage(person));
        using var response = await site.Post(link, ("act", act), ("subscription", $"{subscriptions[0].Id}"), ("frequency", nameof(AlertFrequency.Weekly)));
        return response.Headers.Location is { } next ? (await site.Page(next.OriginalString)).QuerySelector("main")! : await MainOf(response);
    }

    private async Task<IElement> Stopped(string act)
    {
        var subscriptions = await site.Confirmed(site.NewAddress());
        return await MainOf(await site.Post(Links.Stop(site.StopToken(subscriptions[0])), ("act", act)));
    }

    private static async Task<IElement> MainOf(HttpResponseMessage response)
    {
        using (response)
            return (await SiteFixture.Read(response)).QuerySelector("main")!;
    }
}
