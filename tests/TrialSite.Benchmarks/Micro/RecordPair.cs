using System.Text.Json;
using TrialSite.Registry;

namespace TrialSite.Benchmarks.Micro;

/// <summary>Two records to compare, and what their line of the table is called.</summary>
public sealed record RecordPair(string Name, RegistryRecord Before, RegistryRecord After)
{
    public int Bytes => JsonSerializer.SerializeToUtf8Bytes(Before).Length + JsonSerializer.SerializeToUtf8Bytes(After).Length;

    public override string ToString() => Name;
}
