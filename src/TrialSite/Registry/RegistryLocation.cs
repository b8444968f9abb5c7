using TrialSite.Trials;

namespace TrialSite.Registry;

/// <summary>A place where the trial runs, as the registry has it; it has no number of its own.</summary>
/// <remarks>The status is of this place alone.</remarks>
public sealed record RegistryLocation(
    string? Facility,
    string? StatusWord,
    string? City,
    string? State,
    string? PostalCode,
    string? Country,
    GeoPoint? Point,
    IReadOnlyList<Contact> Contacts);
