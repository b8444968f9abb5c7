using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrialSite.Tests.Seeds;

/// <summary>One spec page: a construct of the seed format with an input and what it must become.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Input">The fenced block "seed".</param>
/// <param name="Document">The fenced block "json": the members that are compared.</param>
/// <param name="Problems">The fenced block "problems", line by line; null when the page says nothing of problems, which means none.</param>
/// <param name="KnownConditions">The fenced block "known", line by line.</param>
public sealed record SeedSpec(string Name, string Input, JsonElement? Document, string[] Problems, string[] KnownConditions)
{
    public override string ToString() => Name;
}

internal static partial class SeedSpecs
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "TrialSite.Tests", "Seeds", "Specs");

    public static IReadOnlyList<SeedSpec> All { get; } =
        [.. Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal).Select(Read)];

    private static SeedSpec Read(string path)
    {
        var blocks = FencedBlock().Matches(File.ReadAllText(path).ReplaceLineEndings("\n"))
            .ToDictionary(match => match.Groups["kind"].Value, match => match.Groups["text"].Value);
        return new SeedSpec(
            Path.GetFileNameWithoutExtension(path),
            blocks["seed"].TrimEnd('\n'),
            blocks.TryGetValue("json", out var json) ? JsonDocument.Parse(json).RootElement : null,
            Lines(blocks.GetValueOrDefault("problems", "")),
            Lines(blocks.GetValueOrDefault("known", "")));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^~~~(?<kind>[a-z]+)\n(?<text>.*?)^~~~$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();
}
