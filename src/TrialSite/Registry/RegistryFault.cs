namespace TrialSite.Registry;

/// <summary>What is wrong, not yet where.</summary>
/// <remarks>One that loses no record is a warning: the record is read without the one value.</remarks>
internal sealed record RegistryFault(string Code, string Found, string Expected, bool LosesRecord = true);
