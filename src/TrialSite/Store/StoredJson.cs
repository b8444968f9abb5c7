using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>Columns that hold a whole value as JSON, because nothing asks for its parts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EditorialLayer))]
[JsonSerializable(typeof(RegistryRecord))]
[JsonSerializable(typeof(IReadOnlyList<FieldDifference>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static bool IsSame(EditorialLayer one, EditorialLayer other) =>
        JsonSerializer.Serialize(one, Default.EditorialLayer) == JsonSerializer.Serialize(other, Default.EditorialLayer);
}

internal static class StoredJsonColumn
{
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property, JsonTypeInfo<T> type) => property.HasConversion(
        new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, type), text => JsonSerializer.Deserialize(text, type)!),
        new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => value!.GetHashCode(), value => value));
}
