using System.Collections.Frozen;

namespace TrialSite.Trials;

/// <summary>Our own table of conditions in plain words, <c>lay-names.tsv</c>.</summary>
public sealed class LayNames
{
    private readonly FrozenDictionary<string, LayName> byKey;
    private readonly FrozenDictionary<string, LayName> bySlug;
    private readonly FrozenDictionary<string, IReadOnlyList<LayName>> broader;

    private LayNames(IReadOnlyList<LayName> rows)
    {
        Rows = rows;
        bySlug = rows.ToFrozenDictionary(row => row.Slug);
        // A plain name is its own row's, whatever another row says.
        byKey = rows.Select(row => (Key: ConditionKey.Of(row.Name), Row: row))
            .Concat(rows.SelectMany(row => row.MeshNames.Concat(row.OtherNames).Select(name => (Key: ConditionKey.Of(name), Row: row))))
            .DistinctBy(pair => pair.Key).ToFrozenDictionary(pair => pair.Key, pair => pair.Row);
        broader = rows.ToFrozenDictionary(row => row.Slug, AllAbove);
    }

    public static LayNames Ours { get; } = Read();

    public IReadOnlyList<LayName> Rows { get; }

    /// <summary>By any of its names, in any spelling.</summary>
    public LayName? Named(string name) => byKey.GetValueOrDefault(ConditionKey.Of(name));

    public LayName? BySlug(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>What the condition is a kind of, the nearest first.</summary>
    public IReadOnlyList<LayName> Above(string slug) => broader.GetValueOrDefault(slug, []);

    public IEnumerable<LayName> Below(string slug) => Rows.Where(row => Above(row.Slug).Any(above => above.Slug == slug));

    private IReadOnlyList<LayName> AllAbove(LayName row)
    {
        var above = new List<LayName>();
        for (var nearest = Nearest([row]); nearest.Count > 0; nearest = Nearest(nearest))
            above.AddRange(nearest.Except(above).ToList());
        return above;
    }

    private List<LayName> Nearest(IEnumerable<LayName> rows) => [.. rows.SelectMany(row => row.BroaderNames).Distinct().Select(name => bySlug[Slug.From(name)])];

    private static LayNames Read()
    {
        using var lines = new StreamReader(typeof(LayNames).Assembly.GetManifestResourceStream("TrialSite.Trials.Conditions.lay-names.tsv")!);
        lines.ReadLine();
        var rows = new List<LayName>();
        while (lines.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            rows.Add(new(columns[0], Parts(columns[1]), Parts(columns[2]), Parts(columns[3])));
        }
        return new(rows);
    }

    private static string[] Parts(string column) => column.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
