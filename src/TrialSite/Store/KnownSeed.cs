using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>The file that a trial was last read from.</summary>
public sealed record KnownSeed(NctId NctId, string FileName, string ContentHash);
