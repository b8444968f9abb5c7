namespace TrialSite.Trials;

/// <summary>A role with a phone and an email that are never shown: only that there is one is known.</summary>
public sealed record Contact(string Role, bool HasPhone, bool HasEmail);
