using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Kept;

namespace TrialSite.Web.Pages.Conditions;

[Kept]
[QueryKeys("q", "letter", "after")]
public sealed class IndexModel(ConditionPages conditions, ConditionLetters letters) : PageModel
{
    private const int MostLetters = 100;
    private const int MostNearNames = 20;
    private const int MostLargest = 60;

    /// <summary>What stands on this page: all conditions, or a part of one letter's.</summary>
    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    /// <summary>Each letter has a page of its own; else they all stand on this one.</summary>
    public bool IsLarge { get; private set; }

    public Letter? Chosen { get; private set; }

    /// <summary>Where the chosen letter goes on.</summary>
    public string? Next { get; private set; }

    public IReadOnlyList<ConditionHit> Largest { get; private set; } = [];

    /// <summary>Names that are near what was asked for; null when nothing was.</summary>
    public IReadOnlyList<ConditionHit>? NearNames { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "q")] string? words,
        [FromQuery(Name = "letter")] string? letter,
        [FromQuery(Name = "after")] string? after,
        CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(words))
            return await Find(words.Length > MostLetters ? words[..MostLetters] : words, cancellationToken);
        if (letter is not null)
            return await OneLetter(letter, after, cancellationToken);
        if (await letters.Few(cancellationToken) is { } few)
            Letters = [.. few.GroupBy(condition => Letter.Of(condition.Name)).OrderBy(group => group.Key).Select(group => new Letter(group.Key, [.. group]))];
        else
            (IsLarge, Largest) = (true, await letters.Largest(MostLargest, cancellationToken));
        return Page();
    }

    private async Task<IActionResult> Find(string words, CancellationToken cancellationToken)
    {
        if (await conditions.SlugMeantBy(words.Trim(), cancellationToken) is { } slug)
            return Redirect(Links.Condition(slug));
        NearNames = await conditions.NearNames(words, MostNearNames, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> OneLetter(string name, string? after, CancellationToken cancellationToken)
    {
        if (Letter.All.FirstOrDefault(letter => letter.Id == name) is not { } letter || (after is not null && !Slug.IsSlug(after)))
            return NotFound();
        IsLarge = true;
        (var part, Next) = await letters.Under(letter.Initial, after, cancellationToken);
        Letters = [Chosen = letter with { Conditions = part }];
        return part is [] && Next is null ? NotFound() : Page();
    }
}

/// <summary>The conditions that begin with one letter.</summary>
public sealed record Letter(char Initial, IReadOnlyList<ConditionHit> Conditions)
{
    public static IReadOnlyList<Letter> All { get; } = [.. ConditionLetters.All.Select(initial => new Letter(initial, []))];

    public string Id => Initial == ConditionLetters.Other ? "other" : Initial.ToString();
    public string Name => Initial == ConditionLetters.Other ? "Other" : Initial.ToString();

    /// <summary>Names that begin with a digit or another script's letter come last, in one group.</summary>
    public static char Of(string name) => char.IsAsciiLetter(name[0]) ? char.ToUpperInvariant(name[0]) : ConditionLetters.Other;
}
