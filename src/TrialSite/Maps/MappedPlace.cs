using TrialSite.Registry;

namespace TrialSite.Maps;

/// <summary>A place that wants to be on a map.</summary>
/// <param name="City">Its town.</param>
/// <param name="State">The part of the country.</param>
/// <param name="Country">The country, as the registry or an editor writes it.</param>
/// <param name="Point">Null when only the town's name is known.</param>
/// <param name="IsOpen">It looks for people now.</param>
public sealed record MappedPlace(string? City, string? State, string? Country, GeoPoint? Point, bool IsOpen);
