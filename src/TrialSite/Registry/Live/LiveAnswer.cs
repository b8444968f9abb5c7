namespace TrialSite.Registry.Live;

/// <summary>A page, or why there is none, and whether to ask again.</summary>
internal sealed record LiveAnswer(LivePage? Page, RegistryFault? Fault = null, bool MayBeAskedAgain = false, TimeSpan? RetryAfter = null);
