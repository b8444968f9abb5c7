namespace TrialSite.Trials;

/// <summary>The seed file that a version was read from, so that a reseed can tell what the editor changed.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="ContentHash">See <c>SeedFile.HashOf</c>; differs when the bytes or the format's reading differ.</param>
/// <param name="FirstSeen">The date in the file, which need not be the site's.</param>
/// <param name="LastUpdated">The date in the file, which need not be the site's.</param>
public sealed record SeedOrigin(string FileName, string ContentHash, DateOnly? FirstSeen, DateOnly? LastUpdated);
