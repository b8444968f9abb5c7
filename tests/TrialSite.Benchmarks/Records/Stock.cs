using System.IO.Compression;
using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>The real studies, ready to be mixed: what each is about, which others are about the same, the places by country.</summary>
internal sealed class Stock
{
    /// <summary>Of the registry's trials; samples of it can have far more, and how common the commonest word is decides what a search costs.</summary>
    private const double ShareWithCancer = 0.16;

    private const int MostNeighbours = 40;

    private readonly double[] weightUpTo;

    private Stock(IReadOnlyList<JsonElement> studies)
    {
        var words = new WordCounts(studies);
        IsRare = words.IsRare;
        Studies = [.. studies.Select(study => new StockStudy(study, words.IsRare))];
        Places = Studies.SelectMany(study => study.Places).GroupBy(place => place.Country).ToDictionary(places => places.Key, places => places.ToArray());
        Neighbours = NeighboursOfEach(Studies);
        weightUpTo = Summed(Weights(Studies, words));
        InWords = $"{Studies.Length:N0} real records, {words.Count:N0} words, {words.RareCount:N0} of them rare, {Places.Values.Sum(places => places.Length):N0} places in {Places.Count} countries";
    }

    public Func<string, bool> IsRare { get; }

    public StockStudy[] Studies { get; }

    /// <summary>For each study those of the same topic, itself among them.</summary>
    public StockStudy[][] Neighbours { get; }

    public Dictionary<string, StockPlace[]> Places { get; }

    public string InWords { get; }

    public static async Task<Stock> Read(string[] files)
    {
        var studies = new List<JsonElement>();
        foreach (var file in files)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (await reader.ReadLineAsync() is { } line)
                studies.Add(JsonSerializer.Deserialize<JsonElement>(line));
        }
        return new(studies);
    }

    public int Choose(Random random)
    {
        var at = Array.BinarySearch(weightUpTo, random.NextDouble() * weightUpTo[^1]);
        return Math.Min(at < 0 ? ~at : at, Studies.Length - 1);
    }

    private static StockStudy[][] NeighboursOfEach(StockStudy[] studies)
    {
        var byTopic = studies.SelectMany(study => study.Topics.Select(topic => (Topic: topic, Study: study)))
            .GroupBy(pair => pair.Topic, pair => pair.Study)
            .ToDictionary(group => group.Key, group => group.ToArray());
        return [.. studies.Select(study => study.Topics
            .Select(topic => byTopic[topic])
            .Where(group => group.Length > 3)
            .OrderBy(group => group.Length)
            .SelectMany(group => group)
            .Prepend(study)
            .Distinct()
            .Take(MostNeighbours)
            .ToArray())];
    }

    /// <summary>A topic that the sample has too often counts less, then "cancer" is brought to its share.</summary>
    private static double[] Weights(StockStudy[] studies, WordCounts words)
    {
        var sizes = studies.GroupBy(study => study.MainTopic).ToDictionary(group => group.Key, group => group.Count());
        var weights = studies.Select(study => 1 / Math.Sqrt(sizes[study.MainTopic])).ToArray();
        var share = weights.Where((_, at) => words.HasCancer[at]).Sum() / weights.Sum();
        var factor = share is > 0 and < 1 ? ShareWithCancer * (1 - share) / (share * (1 - ShareWithCancer)) : 1;
        return [.. weights.Select((weight, at) => words.HasCancer[at] ? weight * factor : weight)];
    }

    private static double[] Summed(double[] weights)
    {
        for (var at = 1; at < weights.Length; at++)
            weights[at] += weights[at - 1];
        return weights;
    }
}
