using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Search;

/// <summary>Where "near" is: a place in words, or the position that a browser gave on a click. It keeps nothing of what it is asked.</summary>
public sealed class PlaceLookup(Gazetteer gazetteer)
{
    private const int MostOthers = 3;

    /// <summary>The place that most people mean by the words; null when there is none of that name.</summary>
    public (string Name, GeoPoint Point)? Find(string near)
    {
        if (Position(near) is { } position)
            return ("your position", position);
        return gazetteer.Find(near) is [var place, ..] ? (place.Label, place.Point) : null;
    }

    /// <summary>Other places that the words could mean: namesakes of the one that is found, or names spelled almost so when none is.</summary>
    public IReadOnlyList<string> Others(string near)
    {
        if (Position(near) is not null)
            return [];
        var found = gazetteer.Find(near);
        return [.. (found is [] ? gazetteer.SpelledAlmost(near) : found.Skip(1)).Select(place => place.Label).Distinct().Take(MostOthers)];
    }

    /// <summary>"52.5,13.4".</summary>
    private static GeoPoint? Position(string text) =>
        text.Split(',') is [var latitude, var longitude] && Degrees(latitude) is { } north && Degrees(longitude) is { } east ? GeoPoint.From(north, east) : null;

    private static double? Degrees(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? Math.Round(degrees, 1) : null;
}
