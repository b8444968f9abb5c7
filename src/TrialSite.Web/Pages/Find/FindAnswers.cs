using TrialSite.Search;

namespace TrialSite.Web.Pages.Find;

/// <summary>The answers so far are a search; they stand in the address under the keys of the results page, and nowhere else.</summary>
public static class FindAnswers
{
    public static readonly IReadOnlyList<string> Keys = ["q", "age", "sex", "near", "within"];

    /// <summary>Whoever did not say how far they can travel looks at any distance.</summary>
    public static TrialQuery Read(IQueryCollection query)
    {
        var answers = TrialQuery.Parse(key => Keys.Contains(key) ? query[key] : []);
        return query.ContainsKey("within") ? answers : answers with { Within = null };
    }

    /// <summary>Null for what is no question of ours.</summary>
    public static FindQuestion? QuestionOf(string? word) =>
        Enum.GetValues<FindQuestion>().Where(question => WordOf(question) == word).Select(question => (FindQuestion?)question).FirstOrDefault();

    public static string WordOf(FindQuestion question) => question.ToString().ToLowerInvariant();

    /// <summary>The pairs of a question's address; the first question needs no name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(FindQuestion ask, TrialQuery answers, FindQuestion? then)
    {
        if (ask != FindQuestion.Condition)
            yield return new("ask", WordOf(ask));
        if (then is { } later)
            yield return new("then", WordOf(later));
        // How far is the last question: no other page needs to keep it.
        foreach (var pair in answers.Pairs().Where(pair => pair.Key != "within" && Keys.Contains(pair.Key)))
            yield return pair;
    }

    public static TrialQuery Without(FindQuestion question, TrialQuery answers) => question switch
    {
        FindQuestion.Condition => answers with { Text = "" },
        FindQuestion.Age => answers with { Age = null },
        FindQuestion.Sex => answers with { Sex = null },
        FindQuestion.Place => answers with { Near = null, Within = null },
        _ => answers with { Within = null },
    };
}
