using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>What a reader sees of a trial: the editor's words and the registry's facts, each absent where there are none.</summary>
public sealed record TrialLayers(EditorialLayer? Editorial, RegistryRecord? Registry);
