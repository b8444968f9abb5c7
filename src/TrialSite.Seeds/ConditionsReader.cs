namespace TrialSite.Seeds;

/// <summary>Reads the names of the conditions: one per line, separated by semicolons, or run together in one line.</summary>
/// <example>
/// Conditions
/// The condition(s) this trial relates to.
/// acute liver failure liver failure
/// </example>
internal sealed class ConditionsReader(SeedProblems problems, IReadOnlyCollection<string> knownConditions)
{
    private readonly List<string> names = [];
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);

    private SeedLine? lineOfLastRepetition; // told once per line

    public SeedList<string> Read(List<SeedLine> lines, PrimaryCondition? primary)
    {
        foreach (var line in lines.Where(line => !line.IsEscaped && SeedBoilerplate.IsAboutConditions(line.Words)))
            line.Use = SeedLineUse.Boilerplate;
        var written = lines.FindAll(line => line.Use == SeedLineUse.Field);
        if (written is [var only] && !only.Words.Contains(';', StringComparison.Ordinal))
            ReadRunTogether(only, primary);
        else
            written.ForEach(ReadSeparated);
        ComparePrimary(primary);
        return [.. names];
    }

    private void ReadSeparated(SeedLine line)
    {
        var items = SeedField.Masked(line, line.Words, problems).Split(';', StringSplitOptions.TrimEntries);
        var isUsed = false;
        foreach (var item in items)
            isUsed |= Add(line, ConditionName.Clean(item));
        if (!isUsed && line.Use == SeedLineUse.Field)
            ReportNothingUsed(line, items);
    }

    /// <summary>"acute liver failure liver failure": two names, when the sign-up sentence or the known names tell where one ends.</summary>
    private void ReadRunTogether(SeedLine line, PrimaryCondition? primary)
    {
        var text = ConditionName.Clean(SeedField.Masked(line, line.Words, problems));
        var found = primary?.SplitFrom(text) ?? new RunTogetherNames(knownConditions).Split(text);
        if (found is null && text.Contains(' ', StringComparison.Ordinal))
            problems.Warning(SeedCodes.PerhapsSeveralConditions, line,
                $"{SeedProblems.Quote(text)} is read as one condition; write one per line, or end it with a semicolon if it is one");
        var isUsed = false;
        foreach (var name in found ?? [text])
            isUsed |= Add(line, ConditionName.Clean(name));
        if (!isUsed)
            ReportNothingUsed(line, []);
    }

    private bool Add(SeedLine line, string name)
    {
        if (name.Length == 0)
            return false;
        var isNew = seen.Add(name);
        if (isNew)
            names.Add(name);
        else if (lineOfLastRepetition != line)
            problems.Warning(SeedCodes.ConditionTwice, lineOfLastRepetition = line, $"{SeedProblems.Quote(name)} is already listed; the second is not used");
        return isNew;
    }

    private void ReportNothingUsed(SeedLine line, string[] items)
    {
        line.Use = SeedLineUse.Problem;
        if (Array.TrueForAll(items, item => ConditionName.Clean(item).Length == 0))
            problems.Warning(SeedCodes.MisplacedLine, line, "a list mark or semicolon without a condition");
    }

    private void ComparePrimary(PrimaryCondition? primary)
    {
        if (primary is null)
            return;
        if (names.Count == 0)
        {
            names.Add(primary.Name.ToLowerInvariant());
            problems.Warning(SeedCodes.OnlyPrimaryCondition, primary.Line,
                $"no condition stands below \"Conditions\"; {SeedProblems.Quote(names[0])} is taken from the sign-up sentence");
        }
        else if (primary.IsCalled(names[0]))
            primary.Line.Use = SeedLineUse.Boilerplate;
        else
            problems.NotUsed(SeedCodes.PrimaryIsNotFirst, primary.Line,
                $"the sign-up sentence names {SeedProblems.Quote(primary.Name)}, but the first condition is {SeedProblems.Quote(names[0])}, which is used");
    }
}
