namespace TrialSite.Import;

public sealed class SeedImporter;
