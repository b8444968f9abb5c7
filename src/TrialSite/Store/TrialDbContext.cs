using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Import;
using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>The store. Every query of trials sees one generation of the catalogue, the one that was current when the context first read.</summary>
public abstract class TrialDbContext(DbContextOptions options) : DbContext(options)
{
    private long? generation;

    public DbSet<Trial> Trials => Set<Trial>();
    public DbSet<TrialAlias> TrialAliases => Set<TrialAlias>();
    public DbSet<TrialChange> TrialChanges => Set<TrialChange>();
    public DbSet<Condition> Conditions => Set<Condition>();
    public DbSet<ConditionSpelling> ConditionSpellings => Set<ConditionSpelling>();
    public DbSet<BroaderCondition> BroaderConditions => Set<BroaderCondition>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<KnownWord> KnownWords => Set<KnownWord>();
    public DbSet<MedicineName> MedicineNames => Set<MedicineName>();
    public DbSet<Catalogue> Catalogue => Set<Catalogue>();
    public DbSet<CatalogueImport> CatalogueImports => Set<CatalogueImport>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<ManageLink> ManageLinks => Set<ManageLink>();
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<OutboxEmail> OutboxEmails => Set<OutboxEmail>();

    public long Generation => generation ??= ReadGeneration();

    /// <summary>From now on this context's commits do not wait for the disk. A power cut can undo the last of them, and leaves the store whole.</summary>
    /// <remarks>
    /// For chunks of an import, which is run again. What others commit waits for the disk, and with it all that was committed before:
    /// docs/decisions/0009-import-commits.md.
    /// </remarks>
    public abstract Task CommitWithoutWaiting(CancellationToken cancellationToken);

    /// <summary>Makes the values of an import's new rows, as the model maps them; what is returned adds them within the caller's transaction.</summary>
    /// <remarks>None is tracked: to track and to batch a trial costs more than to write it.</remarks>
    public abstract Action<TrialDbContext> Insert<T>(IEnumerable<T> rows)
        where T : class;

    protected void ForgetGeneration() => generation = null;

    protected abstract long ReadGeneration();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureTrials(modelBuilder);
        ConfigureTrialAliases(modelBuilder);
        ConfigureTrialChanges(modelBuilder);
        ConfigureConditions(modelBuilder);
        ConfigureConditionSpellings(modelBuilder);
        ConfigureBroaderConditions(modelBuilder);
        ConfigureSearchEntries(modelBuilder);
        ConfigureSearchNames(modelBuilder);
        ConfigureCatalogue(modelBuilder);
        ConfigureCatalogueImports(modelBuilder);
        ConfigureSignUps(modelBuilder);
        ConfigureManageLinks(modelBuilder);
        ConfigureSubscribers(modelBuilder);
        ConfigureSubscriptions(modelBuilder);
        ConfigureConsents(modelBuilder);
        ConfigureSuppressions(modelBuilder);
        ConfigureDeliveries(modelBuilder);
        ConfigureOutboxEmails(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<NctId>().HaveConversion<NctId.Converter>().HaveMaxLength(NctId.Length);
        configurationBuilder.Properties<Topic>().HaveConversion<Topic.Converter>();
    }

    private void ConfigureTrials(ModelBuilder model)
    {
        var trial = model.Entity<Trial>();
        // Plus nothing: else SQLite may look for the visible ones through the index of generations, which is nearly all of them.
        trial.HasQueryFilter(row => row.FromGeneration + 0 <= Generation && row.UntilGeneration > Generation);
        trial.HasIndex(row => new { row.NctId, row.Version }).IsUnique();
        // For discarding an unfinished reseed only: without the filter the lists would be read through it and sorted.
        trial.HasIndex(row => row.UntilGeneration).HasFilter($"UntilGeneration < {Trial.NoEnd}");
        trial.HasIndex(row => row.FromGeneration); // For what the search index does not have yet.
        // For an import, which asks for all that it need not read again: all that its question names stands in the index.
        trial.HasIndex(row => new { row.SourceHash, row.NctId, row.IsInRegistry, row.UntilGeneration }).HasFilter($"IsInRegistry AND UntilGeneration = {Trial.NoEnd}");
        // For a reseed, which asks for all seeds, and for the next import, which asks for all ids.
        trial.HasIndex(row => row.HasSeed).HasFilter("HasSeed");
        trial.ComplexProperty(row => row.Seed);
        trial.Property(row => row.Editorial).HasJsonConversion(StoredJson.Default.EditorialLayer);
        trial.Property(row => row.Registry).HasJsonConversion(StoredJson.Default.RegistryRecord);
        // The long texts stand last, so that what lists and filters ask for is read without them.
        var columns = trial.Metadata.GetProperties().Concat(trial.Metadata.GetComplexProperties().SelectMany(seed => seed.ComplexType.GetProperties()));
        foreach (var (place, column) in columns.OrderBy(column => column.Name is nameof(Trial.Editorial) or nameof(Trial.Registry)).Index())
            column.SetColumnOrder(place);
        trial.Ignore(row => row.Layers);
        trial.Ignore(row => row.LastLayers);
    }

    private static void ConfigureTrialAliases(ModelBuilder model)
    {
        model.Entity<TrialAlias>().HasKey(row => row.Alias);
    }

    private void ConfigureTrialChanges(ModelBuilder model)
    {
        var change = model.Entity<TrialChange>();
        change.HasQueryFilter(row => row.Generation <= Generation);
        change.HasIndex(row => new { row.NctId, row.ToVersion }).IsUnique(); // Also serves the history page.
        change.HasIndex(row => row.Generation);
        change.Property(row => row.Kind).HasConversion<string>();
        change.Property(row => row.Differences).HasJsonConversion(StoredJson.Default.IReadOnlyListFieldDifference);
    }

    private static void ConfigureConditions(ModelBuilder model)
    {
        var condition = model.Entity<Condition>();
        condition.HasIndex(row => row.Slug).IsUnique();
    }

    private static void ConfigureConditionSpellings(ModelBuilder model)
    {
        var spelling = model.Entity<ConditionSpelling>();
        spelling.HasKey(row => new { row.Key, row.ConditionId, row.Kind, row.Name }); // What people type is looked up by its key.
        spelling.HasIndex(row => row.ConditionId);
        spelling.Property(row => row.Kind).HasConversion<string>();
    }

    private static void ConfigureBroaderConditions(ModelBuilder model)
    {
        var broader = model.Entity<BroaderCondition>();
        broader.HasKey(row => new { row.ConditionId, row.BroaderId });
        broader.HasIndex(row => row.BroaderId);
    }

    /// <summary>The full-text table beside it has the same row ids: Store/Sqlite/SqliteSearchTables.cs.</summary>
    private static void ConfigureSearchEntries(ModelBuilder model)
    {
        var entry = model.Entity<SearchEntry>();
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.HasIndex(row => row.NctNumber).IsUnique();
        entry.HasIndex(row => row.Revision); // What is new to a process that holds the entries in memory.
    }

    private static void ConfigureSearchNames(ModelBuilder model)
    {
        model.Entity<Country>().HasIndex(row => row.Slug).IsUnique();
        model.Entity<KnownWord>().HasKey(row => row.Word);
        model.Entity<MedicineName>().HasKey(row => new { row.Key, row.OtherKey });
    }

    private static void ConfigureCatalogue(ModelBuilder model)
    {
        var catalogue = model.Entity<Catalogue>();
        catalogue.Property(row => row.Id).ValueGeneratedNever();
        catalogue.HasData(new { Id = Store.Catalogue.OnlyId, Generation = 0L, IndexedGeneration = 0L, SearchRevision = 0L });
    }

    private static void ConfigureCatalogueImports(ModelBuilder model)
    {
        var import = model.Entity<CatalogueImport>();
        import.HasKey(row => row.Generation);
        import.Property(row => row.Generation).ValueGeneratedNever();
        import.Property(row => row.State).HasConversion<string>();
        import.HasIndex(row => row.State).HasFilter("State = 'ToMatch'");
    }

    private static void ConfigureSignUps(ModelBuilder model)
    {
        var signUp = model.Entity<SignUp>();
        signUp.HasIndex(row => row.AddressHash);
        signUp.HasIndex(row => row.ReceivedAt);
        signUp.HasIndex(row => row.State).HasFilter("State = 'Pending' AND TokenHash IS NULL"); // Yet to be answered.
        signUp.HasIndex(row => row.TokenHash).IsUnique();
        signUp.HasIndex(row => new { row.AddressBlockHash, row.ReceivedAt });
        signUp.Property(row => row.Frequency).HasConversion<string>();
        signUp.Property(row => row.State).HasConversion<string>();
        signUp.Property(row => row.Topics).HasJsonConversion(StoredJson.Default.IReadOnlyListString);
    }

    private static void ConfigureManageLinks(ModelBuilder model)
    {
        var link = model.Entity<ManageLink>();
        link.HasIndex(row => row.TokenHash).IsUnique();
        link.HasIndex(row => row.AddressHash);
        link.HasIndex(row => new { row.AddressBlockHash, row.AskedAt });
        link.HasIndex(row => row.IsAnswered).HasFilter("IsAnswered = 0");
    }

    private static void ConfigureSubscribers(ModelBuilder model)
    {
        var subscriber = model.Entity<Subscriber>();
        subscriber.HasIndex(row => row.AddressHash).IsUnique();
        subscriber.HasIndex(row => row.StoppedAt).HasFilter("StoppedAt IS NOT NULL");
        subscriber.Property(row => row.State).HasConversion<string>();
    }

    private static void ConfigureSubscriptions(ModelBuilder model)
    {
        var subscription = model.Entity<Subscription>();
        subscription.HasIndex(row => new { row.SubscriberId, row.Topic }).IsUnique().HasFilter("EndedAt IS NULL");
        // The fan-out walks it in this order, chunk by chunk.
        subscription.HasIndex(row => new { row.Topic, row.SubscriberId, row.Id, row.Frequency, row.StartedAt }).HasFilter("EndedAt IS NULL");
        subscription.HasIndex(row => row.EndedAt).HasFilter("EndedAt IS NOT NULL");
        subscription.Property(row => row.Frequency).HasConversion<string>();
        subscription.Property(row => row.EndedBecause).HasConversion<string>();
        subscription.HasOne<Subscriber>().WithMany().HasForeignKey(row => row.SubscriberId);
    }

    private static void ConfigureConsents(ModelBuilder model)
    {
        var consent = model.Entity<Consent>();
        consent.HasIndex(row => row.AddressHash);
        consent.Property(row => row.Act).HasConversion<string>();
    }

    private static void ConfigureSuppressions(ModelBuilder model)
    {
        var suppression = model.Entity<Suppression>();
        suppression.HasKey(row => row.AddressHash);
        suppression.Property(row => row.Reason).HasConversion<string>();
    }

    private static void ConfigureDeliveries(ModelBuilder model)
    {
        var delivery = model.Entity<Delivery>();
        delivery.HasKey(row => new { row.SubscriberId, row.ChangeId });
        delivery.HasIndex(row => new { row.DueAt, row.SubscriberId }).HasFilter("OutboxEmailId IS NULL AND SkippedBecause IS NULL");
        delivery.HasIndex(row => row.OutboxEmailId);
        delivery.Property(row => row.SkippedBecause).HasConversion<string>();
    }

    private static void ConfigureOutboxEmails(ModelBuilder model)
    {
        var mail = model.Entity<OutboxEmail>();
        mail.HasIndex(row => row.DedupeKey).IsUnique();
        mail.HasIndex(row => new { row.NotBefore, row.Id }).HasFilter("State = 'Waiting'");
        mail.HasIndex(row => row.LeaseUntil).HasFilter("State = 'Claimed'");
        mail.HasIndex(row => new { row.MailboxHash, row.CreatedAt }).HasFilter("MailboxHash IS NOT NULL");
        mail.HasIndex(row => row.FinishedAt).HasFilter("FinishedAt IS NOT NULL");
        mail.HasIndex(row => row.SubscriberId);
        mail.Property(row => row.Kind).HasConversion<string>();
        mail.Property(row => row.State).HasConversion<string>();
    }
}
