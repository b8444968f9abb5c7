namespace TrialSite.Search;

/// <summary>The countries and those regions that people write in short, as words beside a town's name.</summary>
internal sealed class PlaceAreas
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, string> codes = [];
    private readonly HashSet<(string Country, string Region, string Key)> keys = [];

    public static PlaceAreas Read()
    {
        var areas = new PlaceAreas();
        foreach (var row in Rows("countries.tsv"))
        {
            areas.names[row[0]] = row[1];
            areas.Add(row[0], "", [row[0], row[1], .. row[2].Split('|')]);
            foreach (var name in row[2].Split('|').Append(row[1]))
                areas.codes.TryAdd(PlaceKey.Of(name), row[0]);
        }
        foreach (var row in Rows("regions.tsv"))
            areas.Add(row[0], row[1], row[2].Split('|'));
        return areas;
    }

    public string CountryName(string code) => names.GetValueOrDefault(code, code);

    /// <summary>The two letters of the country that is called so; null when none is.</summary>
    public string? CountryCode(string name) => codes.GetValueOrDefault(PlaceKey.Of(name));

    /// <summary>Whether the words say the region, the country, or one after the other.</summary>
    public bool IsIn(string country, string region, string words)
    {
        if (IsRegion(country, region, words) || keys.Contains((country, "", words)))
            return true;
        for (var blank = words.IndexOf(' '); blank >= 0; blank = words.IndexOf(' ', blank + 1))
        {
            if (IsRegion(country, region, words[..blank]) && keys.Contains((country, "", words[(blank + 1)..])))
                return true;
        }
        return false;
    }

    private bool IsRegion(string country, string region, string words) =>
        region.Length > 0 && (PlaceKey.Of(region) == words || keys.Contains((country, region, words)));

    private void Add(string country, string region, IEnumerable<string> spellings) =>
        keys.UnionWith(spellings.Where(spelling => spelling.Length > 0).Select(spelling => (country, region, PlaceKey.Of(spelling))));

    private static IEnumerable<string[]> Rows(string name)
    {
        using var lines = new StreamReader(PlaceTable.Embedded(name));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
            yield return line.Split('\t');
    }
}
