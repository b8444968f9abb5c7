using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>A place of a real study: its address stays together, its status and contacts stay with their study.</summary>
internal sealed class StockPlace(JsonElement place, Func<string, bool> isRare)
{
    public JsonElement Place { get; } = place;

    public string Country { get; } = place.TryGetProperty("country", out var country) ? country.GetString()! : "";

    public StockSentence? Facility { get; } = place.TryGetProperty("facility", out var facility) ? new(facility.GetString()!, isRare) : null;

    public static bool IsAddress(string name) => name is "facility" or "city" or "state" or "zip" or "country" or "geoPoint";
}
