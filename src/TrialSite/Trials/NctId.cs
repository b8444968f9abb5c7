using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TrialSite.Trials;

/// <summary>The registry's number of a trial: "NCT" and 8 digits, the only key an outsider knows.</summary>
[JsonConverter(typeof(AsJson))]
public sealed record NctId
{
    public const int Length = 11;

    private NctId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The digits as a number, by which the index knows the trial.</summary>
    internal int Number => int.Parse(Value.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static NctId OfNumber(int number) => new(string.Create(CultureInfo.InvariantCulture, $"NCT{number:D8}"));

    /// <summary>Reads the canonical spelling only: <c>NCT06904755</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NctId? nctId)
    {
        nctId = text is { Length: Length } && text.StartsWith("NCT", StringComparison.Ordinal) && AreDigits(text.AsSpan(3)) ? new(text) : null;
        return nctId is not null;
    }

    /// <summary>Finds the one id that a person meant: any case, blanks or hyphens within, words around it.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out NctId? nctId)
    {
        nctId = null;
        for (var start = 0; text is not null && start + Length <= text.Length; start++)
        {
            if (!text.AsSpan(start).StartsWith("nct", StringComparison.OrdinalIgnoreCase))
                continue;
            var found = ReadDigits(text, start + 3);
            if (found is null || found == nctId)
                continue;
            if (nctId is not null)
            {
                nctId = null;
                return false;
            }
            nctId = found;
        }
        return nctId is not null;
    }

    public override string ToString() => Value;

    private static NctId? ReadDigits(string text, int position)
    {
        Span<char> digits = stackalloc char[8];
        var count = 0;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (char.IsAsciiDigit(c))
            {
                if (count == digits.Length)
                    return null;
                digits[count++] = c;
            }
            else if (count == digits.Length || c is not (' ' or '-' or '_' or ':'))
            {
                break;
            }
        }
        return count == digits.Length ? new($"NCT{digits}") : null;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    internal sealed class Converter() : ValueConverter<NctId, string>(id => id.Value, text => new NctId(text));

    internal sealed class AsJson : JsonConverter<NctId>
    {
        public override NctId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var nctId) ? nctId : throw new JsonException("Expected NCT and 8 digits.");

        public override void Write(Utf8JsonWriter writer, NctId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
