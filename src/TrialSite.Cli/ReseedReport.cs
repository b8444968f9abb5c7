using Spectre.Console;
using TrialSite.Import;

namespace TrialSite.Cli;

/// <summary>A row per file that is not unchanged, what a reader sees changed in it, and totals.</summary>
internal static class ReseedReport
{
    public static void Write(ImportReport report)
    {
        if (Console.IsOutputRedirected)
            WriteLines(report);
        else
            WriteTable(report);
        foreach (var row in report.Rows)
            foreach (var problem in row.Problems)
                Console.Out.WriteLine(ProblemLines.Of(row.FileName, problem));
        if (report.Reach is { } reach)
            Console.Out.WriteLine($"It would reach {People(reach.People)}{(reach.HeldBecause is { } reason ? $", but would be held: {reason}" : "")}.");
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

    private static IEnumerable<string> WhatChanged(ImportRow row) => [.. Differences(row), .. row.People is { } people ? (string[])[$"would reach {People(people)}"] : []];

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    private static IEnumerable<string> Differences(ImportRow row) => row.Outcome switch
    {
        SeedOutcome.New => [.. row.Differences.SelectMany(ChangedWords.Of), $"  {row.Title}"],
        SeedOutcome.Changed when row.Differences.Count == 0 => ["only spacing, case, order or a date"],
        _ => row.Differences.SelectMany(ChangedWords.Of),
    };

    private static string InWords(SeedOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
