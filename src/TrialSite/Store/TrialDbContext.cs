using Microsoft.EntityFrameworkCore;
using TrialSite.Alerts;
using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>The store. Every query of trials sees one generation of the catalogue, the one that was current when the context first read.</summary>
public abstract class TrialDbContext(DbContextOptions options) : DbContext(options)
{
    private long? generation;

    public DbSet<Trial> Trials => Set<Trial>();
    public DbSet<TrialCondition> TrialConditions => Set<TrialCondition>();
    public DbSet<TrialChange> TrialChanges => Set<TrialChange>();
    public DbSet<Condition> Conditions => Set<Condition>();
    public DbSet<Catalogue> Catalogue => Set<Catalogue>();
    public DbSet<SignUp> SignUps => Set<SignUp>();

    public long Generation => generation ??= Catalogue.Where(row => row.Id == Store.Catalogue.OnlyId).Select(row => row.Generation).Single();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureTrials(modelBuilder);
        ConfigureTrialConditions(modelBuilder);
        ConfigureTrialChanges(modelBuilder);
        ConfigureConditions(modelBuilder);
        ConfigureCatalogue(modelBuilder);
        ConfigureSignUps(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<NctId>().HaveConversion<NctId.Converter>().HaveMaxLength(NctId.Length);

    private void ConfigureTrials(ModelBuilder model)
    {
        var trial = model.Entity<Trial>();
        trial.HasQueryFilter(row => row.FromGeneration <= Generation && row.UntilGeneration > Generation);
        trial.HasIndex(row => new { row.NctId, row.Version }).IsUnique();
        // The lists: newest and recently changed. All that their filter asks for stands in the index.
        trial.HasIndex(row => new { row.FirstSeen, row.NctId, row.IsListed, row.FromGeneration, row.UntilGeneration });
        trial.HasIndex(row => new { row.LastUpdated, row.NctId, row.FirstSeen, row.IsListed, row.FromGeneration, row.UntilGeneration });
        // For discarding an unfinished reseed only: without the filter the lists would be read through it and sorted.
        trial.HasIndex(row => row.UntilGeneration).HasFilter($"UntilGeneration < {Trial.NoEnd}");
        trial.Property(row => row.Editorial).HasJsonConversion(StoredJson.Default.EditorialLayer);
        trial.ComplexProperty(row => row.Seed);
    }

    private void ConfigureTrialConditions(ModelBuilder model)
    {
        var link = model.Entity<TrialCondition>();
        link.HasQueryFilter(row => row.Trial.FromGeneration <= Generation && row.Trial.UntilGeneration > Generation);
        link.HasKey(row => new { row.TrialId, row.ConditionId });
        link.HasOne(row => row.Trial).WithMany(trial => trial.ConditionLinks).HasForeignKey(row => row.TrialId);
        link.HasOne(row => row.Condition).WithMany().HasForeignKey(row => row.ConditionId);
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
        model.Entity<Condition>().HasIndex(row => row.Slug).IsUnique();
    }

    private static void ConfigureCatalogue(ModelBuilder model)
    {
        var catalogue = model.Entity<Catalogue>();
        catalogue.Property(row => row.Id).ValueGeneratedNever();
        catalogue.HasData(new { Id = Store.Catalogue.OnlyId, Generation = 0L });
    }

    private static void ConfigureSignUps(ModelBuilder model)
    {
        var signUp = model.Entity<SignUp>();
        signUp.HasIndex(row => row.AddressHash);
        signUp.HasIndex(row => row.ReceivedAt);
        signUp.Property(row => row.Frequency).HasConversion<string>();
        signUp.Property(row => row.State).HasConversion<string>();
        signUp.Property(row => row.Topics).HasJsonConversion(StoredJson.Default.IReadOnlyListString);
    }
}
