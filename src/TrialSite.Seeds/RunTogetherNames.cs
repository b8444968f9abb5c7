namespace TrialSite.Seeds;

/// <summary>Cuts a line of names without separators where names that the site already knows begin and end.</summary>
internal sealed class RunTogetherNames(IReadOnlyCollection<string> known)
{
    private const int MostWords = 12;

    /// <summary>From the left the longest known name each time; null when that does not cover the whole text.</summary>
    public string[]? Split(string text)
    {
        if (known.Count == 0)
            return null;
        var names = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        var mostWords = Math.Min(MostWords, known.Max(name => name.AsSpan().Count(' ') + 1));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            var count = Math.Min(mostWords, words.Length - at);
            while (count > 0 && !names.Contains(string.Join(' ', words, at, count)))
                count--;
            if (count == 0)
                return null;
            found.Add(string.Join(' ', words, at, count));
            at += count;
        }
        return [.. found];
    }
}
