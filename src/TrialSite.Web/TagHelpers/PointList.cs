using System.Globalization;

namespace TrialSite.Web.TagHelpers;

/// <summary>The list that a point belongs to, by its marker.</summary>
/// <param name="Tag">ul or ol.</param>
/// <param name="Type">How HTML numbers the points: 1, a or i.</param>
/// <param name="Number">The point's own number.</param>
internal sealed record PointList(string Tag, string? Type, int? Number)
{
    private static readonly PointList Bullets = new("ul", null, null);
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"];

    /// <param name="marker">Null for a paragraph.</param>
    /// <param name="before">The list that the point before belongs to: "i" follows "h" in one and begins another.</param>
    public static PointList? Of(string? marker, PointList? before)
    {
        if (marker is null)
            return null;
        var name = marker.Trim('(', ')', '.', '、');
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new("ol", "1", number);
        var letter = name is [>= 'a' and <= 'z'] ? name[0] - 'a' + 1 : 0;
        if (letter > 0 && (before is { Type: "a" } || Array.IndexOf(Romans, name) < 0))
            return new("ol", "a", letter);
        return Array.IndexOf(Romans, name) is >= 0 and var at ? new("ol", "i", at + 1) : Bullets;
    }
}
