namespace TrialSite.Trials;

/// <summary>The record that a version was read from, so that an import can tell what changed.</summary>
/// <param name="SourceHash">Of the record's bytes and of how this program reads them: the same bytes are not read again.</param>
/// <param name="ContentHash">See <see cref="Registry.ContentHash"/>; the same as long as a reader sees the same.</param>
public sealed record RegistryOrigin(string SourceHash, string ContentHash);
