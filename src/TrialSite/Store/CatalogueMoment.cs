namespace TrialSite.Store;

/// <summary>The state of the catalogue: while it is the same, every page says the same, the day apart.</summary>
/// <param name="Generation">See <see cref="Catalogue.Generation"/>.</param>
/// <param name="SearchRevision">Grows also with a record that was confirmed anew and so takes no generation.</param>
/// <param name="Mark">Of what came last. A backup that was put back may come to the same two numbers another way.</param>
public sealed record CatalogueMoment(long Generation, long SearchRevision, long Mark);
