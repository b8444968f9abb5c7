using TrialSite.Trials;

namespace TrialSite.Web.Pages;

/// <summary>The way through a list's pages: first, last and the neighbours of the current one.</summary>
public sealed record PageLinks(int Current, int Count, Func<int, string> Path)
{
    public PageLinks(string list, ListPage shown)
        : this(shown.Page, shown.PageCount, page => Links.PageOf(list, page))
    {
    }

    /// <summary>" - page 2 of 7" after a title; nothing on the first page, whose title is the list's.</summary>
    public string InTitle => Current == 1 ? "" : $" - page {Current} of {Count}";

    /// <summary>The numbers to show; null where some are left out.</summary>
    public IEnumerable<int?> Numbers()
    {
        var before = 0;
        foreach (var page in new[] { 1, Current - 1, Current, Current + 1, Count }.Where(page => page >= 1 && page <= Count).Distinct())
        {
            if (page > before + 1)
                yield return null;
            yield return before = page;
        }
    }
}
