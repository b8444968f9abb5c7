using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrialSite.Registry;

/// <summary>A date as precise as the registrant gave it: a month, or a day.</summary>
[JsonConverter(typeof(AsJson))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(DateOnly first, bool hasDay) => (First, HasDay) = (first, hasDay);

    /// <summary>The day itself, or the first day of the month.</summary>
    public DateOnly First { get; }

    public bool HasDay { get; }

    /// <summary>The day itself, or the last day of the month.</summary>
    public DateOnly Last => HasDay ? First : First.AddMonths(1).AddDays(-1);

    public static PartialDate OfDay(DateOnly day) => new(day, hasDay: true);

    /// <summary>Reads the registry's two spellings: 2026-03 and 2026-03-17.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (!DateOnly.TryParseExact(text, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return false;
        date = new(first, text!.Length == "yyyy-MM-dd".Length);
        return true;
    }

    /// <summary>By their first days; a month comes before its first day.</summary>
    public int CompareTo(PartialDate other) => (First, HasDay).CompareTo((other.First, other.HasDay));

    /// <summary>As the registry spells it.</summary>
    public override string ToString() => First.ToString(HasDay ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    internal sealed class AsJson : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Expected yyyy-MM or yyyy-MM-dd.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
