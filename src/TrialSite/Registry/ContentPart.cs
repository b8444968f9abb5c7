namespace TrialSite.Registry;

/// <summary>A field of a record, whether a change of it alone is one that a reader sees, and why.</summary>
internal sealed record ContentPart(string Name, bool IsSeen, string Reason, Action<RegistryRecord, ContentWriter> Write);
