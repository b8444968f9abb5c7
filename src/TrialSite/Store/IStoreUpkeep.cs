namespace TrialSite.Store;

/// <summary>Keeps the store itself in order; safe when several processes do so at once or one was killed.</summary>
public interface IStoreUpkeep
{
    /// <summary>Brings the store to this program's schema; gives the names of the migrations that were applied.</summary>
    Task<IReadOnlyList<string>> Migrate(CancellationToken cancellationToken);

    /// <summary>What is wrong with the store's file; null when nothing is.</summary>
    Task<string?> FindDamage(CancellationToken cancellationToken);

    /// <summary>Keeps the file small, the statistics fresh and searches fast after many small imports; call it every minute or so.</summary>
    Task Tidy(CancellationToken cancellationToken);

    /// <summary>Leaves nothing of deleted rows in the store's files; false when somebody read older rows for too long, then <see cref="Tidy"/> tries again.</summary>
    Task<bool> ForgetDeleted(CancellationToken cancellationToken);
}
