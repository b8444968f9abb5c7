using TrialSite.Trials;
using TrialSite.Web.Pages;

namespace TrialSite.Web.Feeds;

/// <summary>An address of the site, and when what it shows last changed.</summary>
internal sealed record SitemapAddress(string Path, DateOnly? LastChanged);

/// <summary>Reads the addresses one after the other, never all of them at once.</summary>
internal sealed class SitemapReader(TrialAddresses addresses)
{
    public async IAsyncEnumerable<SitemapAddress> Files()
    {
        yield return new(Links.SitemapFile("pages"), null);
        foreach (var file in await addresses.ConditionFiles(default))
            yield return new(Links.SitemapFile($"conditions-{file}"), null);
        foreach (var (file, lastUpdated) in await addresses.TrialFiles(default))
            yield return new(Links.SitemapFile($"trials-{file}"), lastUpdated);
    }

    public static async IAsyncEnumerable<SitemapAddress> Pages(ContentPages pages)
    {
        foreach (var path in new[] { Links.Home, Links.Trials, Links.Find, Links.Conditions, Links.Glossary }.Concat(pages.Paths))
            yield return new(path, null);
        await Task.CompletedTask;
    }

    public IAsyncEnumerable<SitemapAddress> Trials(int file) =>
        addresses.Trials(file).Select(trial => new SitemapAddress(Links.Trial(trial.NctId), trial.LastUpdated));

    public IAsyncEnumerable<SitemapAddress> Conditions(int file) =>
        addresses.Conditions(file).Select(condition => new SitemapAddress(Links.Condition(condition.Slug), condition.LastUpdated));
}
