using TrialSite.Web.Tests;

namespace TrialSite.BrowserTests;

[Collection(OneBrowser.Name)]
public sealed class DocumentTests(BrowserSite site)
{
    private const string OutlineFaults = """
        () => {
          const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(heading => heading.checkVisibility())
          const main = headings.filter(heading => heading.closest('main'))
          const levels = main.map(heading => +heading.tagName[1])
          const found = []
          if (headings.filter(heading => heading.tagName === 'H1').length !== 1) found.push('not one h1')
          if (levels[0] !== 1) found.push('the first heading of the main part is no h1')
          levels.forEach((level, i) => { if (i > 0 && level > levels[i - 1] + 1) found.push(`h${level} after h${levels[i - 1]}: ${main[i].textContent}`) })
          main.filter(heading => !heading.textContent.trim()).forEach(() => found.push('a heading without words'))
          for (const landmark of ['main', 'body > header', 'body > footer']) if (document.querySelectorAll(landmark).length !== 1) found.push(`not one ${landmark}`)
          if (!document.documentElement.lang) found.push('no language')
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => found.push(`two elements with the id ${id}`))
          return found
        }
        """;

    /// <summary>A list of the page's own parts says that it is one; every other link tells by itself where it leads.</summary>
    private const string LinkFaults = """
        () => {
          const leads = new Map(), found = []
          for (const link of document.querySelectorAll('a[href]:not([href^="#"])')) {
            const words = link.textContent.trim().replace(/\s+/g, ' ')
            if (!words) found.push(`a link without words to ${link.href}`)
            else if (leads.has(words) && leads.get(words) !== link.href) found.push(`"${words}" leads to ${link.href} and to ${leads.get(words)}`)
            leads.set(words, link.href)
          }
          return found
        }
        """;

    [BrowserTheory]
    [MemberData(nameof(PageKinds.Names), MemberType = typeof(PageKinds))]
    public async Task Headings_make_an_outline_and_links_say_where_they_lead(string kind)
    {
        var page = await site.NewPage();
        await PageKinds.Named(kind).Open(site, page);
        string[] found = [.. await page.EvaluateAsync<string[]>(OutlineFaults), .. await page.EvaluateAsync<string[]>(LinkFaults)];
        await page.Context.CloseAsync();
        Faults.None(found);
    }

    [BrowserFact]
    public async Task Every_page_has_a_title_of_its_own_and_the_same_ways_around()
    {
        var page = await site.NewPage();
        var seen = new List<(string Kind, string Title, string Ways)>();
        foreach (var kind in PageKinds.All)
        {
            await kind.Open(site, page);
            seen.Add((kind.Name, await page.TitleAsync(), await page.EvaluateAsync<string>("() => [...document.querySelectorAll('body > header a, body > footer a')].map(link => link.textContent.trim()).join(', ')")));
        }
        await page.Context.CloseAsync();
        Faults.None(seen.GroupBy(one => one.Title).Where(same => same.Count() > 1).Select(same => $"\"{same.Key}\": {string.Join(", ", same.Select(one => one.Kind))}"));
        Assert.Single(seen.Select(one => one.Ways).Distinct());
    }
}
