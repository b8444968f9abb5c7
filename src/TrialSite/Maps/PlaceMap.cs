namespace TrialSite.Maps;

/// <summary>A map of a trial's places, as data of SVG paths: the marks show towns, for the registry gives no other point.</summary>
/// <param name="Width">Units of the picture.</param>
/// <param name="Height">Units of the picture.</param>
/// <param name="Land">All land in sight.</param>
/// <param name="Countries">The countries with places, where the map shows no more than a part of the world.</param>
/// <param name="OpenTowns">Towns with a place that looks for people now.</param>
/// <param name="OtherTowns">Towns with none.</param>
/// <param name="Counts">What the map shows, in numbers.</param>
public sealed record PlaceMap(int Width, int Height, string Land, string Countries, string OpenTowns, string OtherTowns, MapCounts Counts);

/// <summary>Places on the map, those of them that look for people now, places that are not on it, towns and countries.</summary>
public sealed record MapCounts(int Places, int Open, int Missing, int Towns, int Countries);
