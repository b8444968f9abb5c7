using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Conditions;

public sealed class IndexModel(TrialLists lists) : PageModel
{
    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var conditions = await lists.Conditions(cancellationToken);
        Letters = [.. conditions.GroupBy(condition => Initial(condition.Name)).OrderBy(letter => letter.Key).Select(letter => new Letter(letter.Key, [.. letter]))];
    }

    /// <summary>Names that begin with a digit or another script's letter come last, in one group.</summary>
    private static char Initial(string name) => char.IsAsciiLetter(name[0]) ? char.ToUpperInvariant(name[0]) : Letter.Other;
}

/// <summary>The conditions that begin with one letter.</summary>
public sealed record Letter(char Initial, IReadOnlyList<ConditionHit> Conditions)
{
    /// <summary>Sorts after Z.</summary>
    public const char Other = '~';

    public string Id => Initial == Other ? "other" : Initial.ToString();
    public string Name => Initial == Other ? "Other" : Initial.ToString();
}
