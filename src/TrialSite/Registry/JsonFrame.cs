namespace TrialSite.Registry;

/// <summary>A record's bytes, which are good until the next frame is asked for, or why they cannot be told from the rest.</summary>
/// <remarks>Line and column, in bytes, are the 1-based ones where the record begins.</remarks>
internal readonly record struct JsonFrame(long Line, long Column, ReadOnlyMemory<byte> Bytes, RegistryFault? Fault);
