using Spectre.Console;
using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary>A row per file that is not unchanged, what a reader sees changed in it, and totals.</summary>
internal static class ReseedReport
{
    private const int LongestQuote = 100;

    public static void Write(ImportReport report)
    {
        if (Console.IsOutputRedirected)
            WriteLines(report);
        else
            WriteTable(report);
        foreach (var row in report.Rows)
            foreach (var problem in row.Problems)
                Console.Out.WriteLine(ProblemLines.Of(row.FileName, problem));
        Console.Out.WriteLine(report.Refusal is { } refusal ? $"Refused: {refusal}" : $"{(report.IsDryRun ? "Dry run, nothing written: " : "")}{report.Totals}.");
    }

    private static void WriteLines(ImportReport report)
    {
        foreach (var row in report.Rows)
        {
            Console.Out.WriteLine($"{row.FileName}: {InWords(row.Outcome)}{(row.NctId is { } nctId ? $" {nctId}" : "")}");
            foreach (var line in WhatChanged(row))
                Console.Out.WriteLine($"  {line}");
        }
    }

    private static void WriteTable(ImportReport report)
    {
        if (report.Rows.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("File", "Outcome", "What a reader sees changed");
        foreach (var row in report.Rows)
            table.AddRow(new Text(row.FileName), new Text(InWords(row.Outcome)), new Text(string.Join('\n', WhatChanged(row))));
        AnsiConsole.Write(table);
    }

    private static IEnumerable<string> WhatChanged(ImportRow row) => row.Outcome switch
    {
        SeedOutcome.New => [$"listed: {row.Title}"],
        SeedOutcome.Gone => ["no longer listed; the page stays and says so"],
        SeedOutcome.Changed when row.Differences.Count == 0 => ["only spacing, case, order or a date"],
        _ => row.Differences.Select(Sentence),
    };

    private static string Sentence(FieldDifference difference)
    {
        var what = difference.Subject is { } subject ? $"{difference.Field} ({subject})" : difference.Field;
        return (difference.Before, difference.After) switch
        {
            (null, { } after) => $"{what}: added: {Quote(after)}",
            ({ } before, null) => $"{what}: removed: {Quote(before)}",
            ({ } before, { } after) => $"{what}: {InContext(before, after)}",
            _ => what,
        };
    }

    private static string InContext(string before, string after)
    {
        var (old, now) = before.Length > LongestQuote || after.Length > LongestQuote ? ChangedWords.InContext(before, after) : (before, after);
        return $"{Quote(old)} -> {Quote(now)}";
    }

    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? $"\"{line}\"" : $"\"{line.AsSpan(0, LongestQuote)}...\"";
    }

    private static string InWords(SeedOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
