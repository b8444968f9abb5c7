namespace TrialSite.Registry;

/// <summary>A stream of JSON from a file, from gzip or from a zip, good until the next is asked for; or why there is none.</summary>
/// <remarks>Its name is the file, and behind "!" the entry of a zip.</remarks>
internal sealed record RegistrySource(string Name, Stream? Json, RegistryFault? Fault)
{
    public static RegistrySource Faulty(string name, RegistryFault fault) => new(name, null, fault);
}
