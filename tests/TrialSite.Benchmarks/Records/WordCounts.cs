using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>In how many records each word stands.</summary>
internal sealed class WordCounts
{
    private const int MostOfRare = 3;

    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);

    public WordCounts(IReadOnlyList<JsonElement> studies)
    {
        HasCancer = new bool[studies.Count];
        for (var at = 0; at < studies.Count; at++)
        {
            var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            Collect(studies[at].GetProperty("protocolSection"), words);
            HasCancer[at] = words.Contains("cancer");
            foreach (var word in words)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }

    public bool[] HasCancer { get; }

    public int Count => counts.Count;

    public int RareCount => counts.Keys.Count(IsRare);

    public bool IsRare(string word) => word.Length > 4 && counts.GetValueOrDefault(word) <= MostOfRare;

    private static void Collect(JsonElement element, HashSet<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (!StockStudy.IsLeftAsItIs(property.Name))
                        Collect(property.Value, words);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, words);
                break;
            case JsonValueKind.String:
                var text = element.GetString()!;
                foreach (var word in StockSentence.Words().EnumerateMatches(text))
                    words.Add(text.Substring(word.Index, word.Length));
                break;
        }
    }
}
