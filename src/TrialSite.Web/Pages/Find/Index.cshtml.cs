using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Http;
using TrialSite.Web.Pages.Follow;

namespace TrialSite.Web.Pages.Find;

/// <summary>
/// One plain question a page, for those whom a form puts off. The form of a question leads to the next one, which looks at the answers before it: one that it
/// cannot use is asked again.
/// </summary>
[QueryKeys("ask", "then", "q", "age", "sex", "near", "within")]
public sealed class IndexModel(TrialSearch search, PlaceLookup places, ConditionPages conditions) : PageModel
{
    private const int MostNames = 4;

    private FindQuestion wanted;
    private FindQuestion? then;

    public FindQuestion Question { get; private set; }

    /// <summary>What fits the answers so far.</summary>
    public SearchResult Result { get; private set; } = null!;
    public TrialQuery Answers => Result.Query;
    public FollowProblem? Problem { get; private set; }

    /// <summary>What stands in the field: the last answer, as it was typed.</summary>
    public string? Typed { get; private set; }

    /// <summary>What else could be meant: names of conditions that have trials, a condition that has none yet, and places.</summary>
    public IReadOnlyList<string> OtherNames { get; private set; } = [];
    public ConditionHit? WithoutTrials { get; private set; }
    public IReadOnlyList<string> OtherPlaces { get; private set; } = [];
    public bool IsBare => Request.Query.Count == 0;

    /// <summary>Some of the trials that fit take only women or only men.</summary>
    private bool SexMatters => Answers.Sex is not null || Result.Counts.Total > Math.Min(Result.Counts.ForFemale, Result.Counts.ForMale);

    public FindQuestion Next => then ?? After(Question, hasPlace: true);

    /// <summary>Null before the first question.</summary>
    public string? Back => Question == FindQuestion.Condition && then is null ? null : Links.FindAt(then ?? Before(Question), Answers);

    public string Skip => FindAnswers.Without(Question, Answers) is var without && (then ?? After(Question, hasPlace: false)) is var next and not FindQuestion.Results
        ? Links.FindAt(next, without)
        : Links.Search(without);

    public string Change(FindQuestion question) => Links.FindAt(question, Answers, then: Question);

    /// <summary>The next question, had the answer to this one been another.</summary>
    public string WithOther(TrialQuery answers) => Links.FindAt(Problem is null ? Question : wanted, answers);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answers = FindAnswers.Read(Request.Query);
        wanted = FindAnswers.QuestionOf(Request.Query["ask"]) ?? FindQuestion.Condition;
        then = FindAnswers.QuestionOf(Request.Query["then"]);
        if (Request.Query.ContainsKey("ask") && wanted == FindQuestion.Condition)
            return RedirectPermanent(Links.FindAt(wanted, answers, then));
        if (NctId.TryFind(answers.Text, out var nctId))
            return Redirect(Links.Trial(nctId));
        if (answers.Near is not null)
            Response.Headers.CacheControl = "no-store";
        Result = await search.Find(answers, cancellationToken);
        await LookForProblem(cancellationToken);
        return Problem is null && Further() is { } further ? Redirect(further) : Page();
    }

    /// <summary>Where to go when there is nothing to ask.</summary>
    private string? Further() => wanted switch
    {
        FindQuestion.Sex when !SexMatters => Links.FindAt(FindQuestion.Place, Answers),
        FindQuestion.Distance when Answers.Near is null => Links.Search(Answers),
        FindQuestion.Results => Links.Search(Answers),
        _ => null,
    };

    private async Task LookForProblem(CancellationToken cancellationToken)
    {
        (Question, Typed) = (wanted, TypedTo(wanted));
        if (wanted != FindQuestion.Condition && Answers.HasText && await FindsNothing(cancellationToken))
            await ReportCondition(cancellationToken);
        else if (wanted != FindQuestion.Age && Answers.Age is null && !string.IsNullOrWhiteSpace(TypedTo(FindQuestion.Age)))
            Report(FindQuestion.Age, "age", "Write the age as a whole number of years, like 47.");
        else if (wanted != FindQuestion.Place && Result.IsNearUnknown)
            ReportPlace(Answers.Near!);
        else if (wanted == FindQuestion.Age && Result.CouldMean is { } meant)
            OtherNames = [meant];
        else if (wanted == FindQuestion.Distance && Answers.Near is { } near)
            OtherPlaces = places.Others(near);
    }

    private async Task ReportCondition(CancellationToken cancellationToken)
    {
        Report(FindQuestion.Condition, "q", $"We found no trial for “{Answers.Text}”. Check the spelling, or try another name.");
        var near = await conditions.NearNames(Answers.Text, MostNames, cancellationToken);
        OtherNames = [.. near.Where(name => name.TrialCount > 0).Select(name => name.Name).Prepend(Result.CouldMean).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        WithoutTrials = near.FirstOrDefault(name => name.TrialCount == 0);
    }

    private void ReportPlace(string near)
    {
        Report(FindQuestion.Place, "near", $"We know no place called “{near}”. Try the town and the country, or a US ZIP code.");
        OtherPlaces = places.Others(near);
    }

    private async Task<bool> FindsNothing(CancellationToken cancellationToken)
    {
        if (Result.Counts.Total > 0)
            return false;
        var text = TrialQuery.All with { Text = Answers.Text };
        return text == Answers || (await search.Find(text, cancellationToken)).Counts.Total == 0;
    }

    private void Report(FindQuestion question, string field, string words)
    {
        (Question, Typed, Problem) = (question, TypedTo(question), new(field, words));
        // After the answer comes what was wanted, be it the next question or another one.
        then = wanted == After(question, hasPlace: true) ? null : wanted;
    }

    private string? TypedTo(FindQuestion question) =>
        Request.Query[question switch { FindQuestion.Condition => "q", FindQuestion.Age => "age", FindQuestion.Place => "near", _ => "" }];

    private FindQuestion After(FindQuestion question, bool hasPlace) => question switch
    {
        FindQuestion.Condition => FindQuestion.Age,
        FindQuestion.Age when SexMatters => FindQuestion.Sex,
        FindQuestion.Age or FindQuestion.Sex => FindQuestion.Place,
        FindQuestion.Place when hasPlace => FindQuestion.Distance,
        _ => FindQuestion.Results,
    };

    private FindQuestion Before(FindQuestion question) => question switch
    {
        FindQuestion.Distance => FindQuestion.Place,
        FindQuestion.Place when SexMatters => FindQuestion.Sex,
        FindQuestion.Place or FindQuestion.Sex => FindQuestion.Age,
        _ => FindQuestion.Condition,
    };
}
