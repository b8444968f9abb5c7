using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using TrialSite.Alerts;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests;

/// <summary>What can be said and set is written down.</summary>
public sealed partial class DocsTests
{
    private static readonly string Docs = string.Concat(
        Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Select(File.ReadAllText));

    private static readonly IReadOnlyList<Command> Commands =
    [
        .. Assembly.Load("TrialSite.Cli").GetTypes()
            .Select(type => type.GetMethod("Create", BindingFlags.Static | BindingFlags.Public))
            .Where(create => create?.ReturnType == typeof(Command))
            .Select(create => (Command)create!.Invoke(null, null)!),
    ];

    public static TheoryData<string> Verbs => [.. Commands.SelectMany(command => Spoken(command)).Select(verb => verb.Words)];

    public static TheoryData<string> Options => [.. Commands.SelectMany(command => Spoken(command)).SelectMany(verb => verb.Command.Options).Select(option => option.Name).Distinct()];

    public static TheoryData<string> Settings =>
    [
        .. typeof(SiteOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Site:{property.Name}"),
        .. typeof(SeedOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Seeds:{property.Name}"),
        .. typeof(PageOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Pages:{property.Name}"),
        .. typeof(RegistryOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Registry:{property.Name}"),
        .. typeof(MailOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Mail:{property.Name}"),
        .. typeof(AlertOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"Alerts:{property.Name}"),
        .. LimitNames().Select(name => $"Limits:{name}"),
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Each_verb_is_in_the_docs(string verb) => Assert.Matches($@"\n\| `{verb}[ `]", Docs);

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_option_is_in_the_docs(string option) => Assert.Contains(option, Docs, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Settings))]
    public void Each_setting_is_in_the_docs(string setting) => Assert.Contains($"| `{setting}` |", Docs, StringComparison.Ordinal);

    [Fact]
    public void Each_setting_in_the_docs_is_one() =>
        Assert.Empty(SettingInTable().Matches(Docs).Select(match => match.Groups[1].Value).Except(Settings.Cast<object[]>().Select(row => (string)row[0])));

    /// <summary>A verb, or each verb below it.</summary>
    private static IEnumerable<(string Words, Command Command)> Spoken(Command command, string before = "") => command.Subcommands.Count == 0
        ? [(before + command.Name, command)]
        : command.Subcommands.SelectMany(below => Spoken(below, $"{before}{command.Name} "));

    [Fact]
    public void Each_test_that_the_docs_name_is_there()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var named = NamedTest().Matches(Docs).Select(match => (Class: match.Groups[1].Value, Test: match.Groups[2].Value)).Distinct().ToList();

        Assert.True(named.Count > 20);
        Assert.All(named, test => Assert.Contains($" {test.Test}(", sources[test.Class], StringComparison.Ordinal));
    }

    /// <summary>Web is not referred to here: its options are read from the source.</summary>
    private static IEnumerable<string> LimitNames()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "TrialSite.Web", "Http", "RateLimits.cs"));
        return OptionProperty().Matches(source[source.IndexOf("class RateLimitOptions", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"\| `((?:Site|Seeds|Pages|Registry|Limits|Mail|Alerts):\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex SettingInTable();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"public int (\w+) \{ get;", RegexOptions.NonBacktracking)]
    private static partial Regex OptionProperty();
}
