namespace TrialSite.Registry;

/// <summary>Makes points within points of lines, by their markers and their indentation.</summary>
internal sealed class CriteriaList
{
    private readonly List<Criterion> criteria = [];
    private readonly Stack<(int Indentation, List<Criterion> Inner)> open = [];

    public IReadOnlyList<Criterion> Criteria => criteria;

    /// <summary>A line that is more indented than a point belongs to it; one without a marker is a paragraph.</summary>
    public void Add(string line)
    {
        var words = line.Trim();
        if (words.Length == 0)
            return;
        var indentation = line.Length - line.TrimStart().Length;
        while (open.TryPeek(out var point) && point.Indentation >= indentation)
            open.Pop();
        var marker = CriteriaMarker.In(words);
        var inner = new List<Criterion>();
        (open.TryPeek(out var parent) ? parent.Inner : criteria).Add(new(marker, words[(marker?.Length ?? 0)..].TrimStart(), inner));
        if (marker is not null)
            open.Push((indentation, inner));
    }
}
