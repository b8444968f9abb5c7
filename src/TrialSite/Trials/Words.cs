using DiffPlex;

namespace TrialSite.Trials;

/// <summary>A text cut at its blanks; the first word of a line keeps the line end before it.</summary>
internal static class Words
{
    public static readonly IChunker Chunker = new ChunkerOfWords();

    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        foreach (var line in (text ?? "").Split('\n'))
        {
            var inLine = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (inLine.Length > 0 && words.Count > 0)
                inLine[0] = $"\n{inLine[0]}";
            words.AddRange(inLine);
        }
        return words;
    }

    public static string Join(IEnumerable<string> words) => string.Join(' ', words).Replace(" \n", "\n", StringComparison.Ordinal);

    private sealed class ChunkerOfWords : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => Of(text);
    }
}
