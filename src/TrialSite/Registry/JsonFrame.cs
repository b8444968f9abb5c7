namespace TrialSite.Registry;

/// <summary>A record's bytes, which are good until the next frame is asked for, or why they cannot be told from the rest.</summary>
/// <remarks>The line is the 1-based one where the record begins.</remarks>
internal readonly record struct JsonFrame(long Line, ReadOnlyMemory<byte> Bytes, RegistryFault? Fault);
