using TrialSite.Tests.Seeds;
using TrialSite.Trials;
using Xunit.Abstractions;

namespace TrialSite.Tests.Trials;

public sealed class LayNamesTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LayName> Rows = LayNames.Ours.Rows;

    [Fact]
    public void There_are_at_least_300_rows_with_a_name_of_the_thesaurus() => Assert.InRange(Rows.Count(row => row.MeshNames.Count > 0), 300, 2_000);

    [Fact]
    public void No_name_or_short_form_stands_in_two_rows()
    {
        var twice = Rows.SelectMany(row => row.AllNames.Select(name => (Key: ConditionKey.Of(name), row.Name)).Distinct())
            .GroupBy(pair => pair.Key).Where(same => same.Select(pair => pair.Name).Distinct().Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(pair => pair.Name))}");

        Assert.Empty(twice);
    }

    [Fact]
    public void Each_plain_name_has_an_address_of_its_own()
    {
        Assert.Equal(Rows.Count, Rows.Select(row => row.Slug).Distinct().Count());
        Assert.All(Rows, row => Assert.Equal(row, LayNames.Ours.BySlug(row.Slug)));
    }

    [Fact]
    public void Every_broader_condition_is_a_row_and_none_is_above_itself()
    {
        foreach (var row in Rows)
        {
            Assert.All(row.BroaderNames, name => Assert.NotNull(LayNames.Ours.BySlug(Slug.From(name))));
            Assert.DoesNotContain(row, LayNames.Ours.Above(row.Slug));
        }
    }

    [Fact]
    public void Nothing_between_two_tabs_is_blank_at_its_ends() =>
        Assert.All(Rows.SelectMany(row => row.AllNames), name => Assert.Equal(name.Trim(), name));

    [SharedDataFact]
    public void Every_name_of_the_thesaurus_is_one()
    {
        var mesh = Vocabulary("mesh_conditions.tsv").Select(columns => columns[1]).ToHashSet();

        Assert.All(Rows.SelectMany(row => row.MeshNames), name => Assert.Contains(name, mesh));
    }

    [SharedDataFact]
    public void What_registrants_write_is_mostly_known()
    {
        var meshById = Vocabulary("mesh_conditions.tsv").ToDictionary(columns => columns[0], columns => columns[1]);
        var (right, wrong, unknown, coverable) = (0, new List<string>(), 0, 0);
        foreach (var pair in Vocabulary("ctgov_condition_to_mesh_gold.tsv"))
        {
            var mesh = meshById.GetValueOrDefault(TrialSite.Registry.MeshTerm.Canonical(pair[1]));
            var meant = mesh is null ? null : LayNames.Ours.Named(mesh);
            coverable += meant is null ? 0 : 1;
            var named = ConditionNaming.Known(pair[0]);
            unknown += named is null ? 1 : 0;
            if (named is not null && named == meant)
                right++;
            else if (named is not null)
                wrong.Add($"{pair[0]} -> {named.Name}, the registry says {mesh}");
        }

        output.WriteLine($"{right} as the registry says, {wrong.Count} otherwise, {unknown} not in the table; {coverable} of the registry's terms are in it");
        output.WriteLine(string.Join('\n', wrong));
        Assert.InRange(right, 90, 294);
        Assert.InRange(wrong.Count, 0, 25);
    }

    private static IEnumerable<string[]> Vocabulary(string file) =>
        File.ReadLines(Path.Combine(Repository.SharedData, "vocab", file)).Skip(1).Select(line => line.Split('\t'));
}
