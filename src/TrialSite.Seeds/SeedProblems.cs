namespace TrialSite.Seeds;

/// <summary>Collects what is wrong with one text, in any order; hands it out in the order of the text.</summary>
internal sealed class SeedProblems
{
    private readonly List<SeedProblem> problems = [];

    public void Error(string code, SeedLine line, string message) => Error(code, line.Number, line.Column, message);

    public void Error(string code, int line, int column, string message) =>
        problems.Add(new SeedProblem(SeedSeverity.Error, code, line, column, message));

    public void Warning(string code, SeedLine line, string message) => Warning(code, line.Number, line.Column, message);

    public void Warning(string code, int line, int column, string message) =>
        problems.Add(new SeedProblem(SeedSeverity.Warning, code, line, column, message));

    /// <summary>A line whose words reach no field: it is marked so, and the warning says why.</summary>
    public void NotUsed(string code, SeedLine line, string message)
    {
        line.Use = SeedLineUse.Problem;
        Warning(code, line, message);
    }

    public SeedList<SeedProblem> InTextOrder() =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <summary>What was found, fit for a message: contact details hidden, one line, at most 60 characters.</summary>
    public static string Quote(string text)
    {
        const int Enough = 400; // a detail cut at its end lies far behind what is shown
        var isCut = text.Length > Enough;
        var shown = SeedText.OneLine(isCut ? text[..Enough] : text);
        if (isCut && shown.Length < Enough / 2)
            return "\"…\"";
        return shown.Length <= 60 ? $"\"{shown}\"" : $"\"{shown.AsSpan(0, char.IsHighSurrogate(shown[58]) ? 58 : 59)}…\"";
    }
}
