namespace TrialSite.Store;

/// <summary>Brings the store to this program's schema, safely when several processes start at once or one was killed.</summary>
public interface IStoreSetup
{
    /// <summary>The names of the migrations that were applied.</summary>
    Task<IReadOnlyList<string>> Migrate(CancellationToken cancellationToken);

    /// <summary>What is wrong with the store's file; null when nothing is.</summary>
    Task<string?> FindDamage(CancellationToken cancellationToken);
}
