using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Tests;

/// <summary>A site with its data and its seeds in a temporary folder, gone when disposed.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialsite-");
    private readonly ServiceProvider services;

    private TestSite(string? dataFolder, IEnumerable<(string Name, string Value)> settings)
    {
        DataFolder = dataFolder ?? Path.Combine(folder.FullName, "data");
        SeedsFolder = folder.CreateSubdirectory("seeds").FullName;
        services = Services(DataFolder, Time, Log, settings);
    }

    public string DataFolder { get; }
    public string SeedsFolder { get; }
    public RecordedLog Log { get; } = new();
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
    public string DatabaseFile => Path.Combine(DataFolder, "trialsite.db");

    public static Task<TestSite> Open(string? dataFolder = null) => Open([], dataFolder);

    public static async Task<TestSite> Open(IEnumerable<(string Name, string Value)> settings, string? dataFolder = null)
    {
        var site = new TestSite(dataFolder, settings);
        await site.Get<IStoreUpkeep>().Migrate(default);
        return site;
    }

    public static TestSite WithoutStore(string? dataFolder = null) => new(dataFolder, []);

    /// <summary>Another process on the same data, at the same time of day.</summary>
    public TestSite Beside()
    {
        var other = new TestSite(DataFolder, []);
        other.Time.SetUtcNow(Time.GetUtcNow());
        return other;
    }

    /// <summary>How long the work takes while another process says that it wants to write, and hangs.</summary>
    public async Task<TimeSpan> TimeBesideHangingWriter(Func<Task> work)
    {
        await using var other = Beside();
        var written = new TaskCompletionSource<int>();
        var hanging = other.Get<TrialWriter>().Write(WriteLane.People, _ => written.Task, default);
        var start = TimeProvider.System.GetTimestamp();
        await work();
        var elapsed = TimeProvider.System.GetElapsedTime(start);
        written.SetResult(0);
        await hanging;
        return elapsed;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public Task<Trial?> Trial(SeedDocument seed) => Read(db => new TrialPages(db).TrialByNctId(TestSeed.NctIdOf(seed), default));

    public async Task<Trial> KnownTrial(SeedDocument seed) => Assert.IsType<Trial>(await Trial(seed));

    public string PathOf(string fileName) => Path.Combine(SeedsFolder, fileName);

    public void Write(params IEnumerable<SeedDocument> seeds)
    {
        foreach (var seed in seeds)
            WriteText($"{seed.NctId}.txt", SeedWriter.Write(seed));
    }

    public void WriteText(string fileName, string text) => WriteBytes(fileName, Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string fileName, byte[] bytes) => File.WriteAllBytes(PathOf(fileName), bytes);

    public void Delete(SeedDocument seed) => File.Delete(PathOf($"{seed.NctId}.txt"));

    public Task<ImportReport> Reseed(bool isDryRun = false, bool mayShrink = false, Task? newStore = null, Action<ReseedProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Get<SeedImporter>().Reseed(new(SeedsFolder, isDryRun, mayShrink) { NewStore = newStore }, progress is null ? null : new AtOnce(progress), cancellationToken);

    /// <summary>Imports records, a study a line.</summary>
    public Task<RegistryImportReport> Import(params IEnumerable<string> studies) => Import(new RegistryImportRequest(), studies);

    public Task<RegistryImportReport> Import(RegistryImportRequest request, params IEnumerable<string> studies)
    {
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', studies.Select(study => study.ReplaceLineEndings(" "))));
        return Get<RegistryImporter>().Import(isKnown => RegistryReader.Read(new MemoryStream(lines), "records", isKnown), request, _ => { }, null, default);
    }

    public Task<string> Dump() => StoreFile.Dump(DatabaseFile);

    public async Task<string> Scalar(string sql)
    {
        await using var connection = await OpenFile();
        return (await StoreFile.Rows(connection, sql)).Single();
    }

    public Task<SqliteConnection> OpenFile(SqliteOpenMode mode = SqliteOpenMode.ReadOnly) => StoreFile.Open(DatabaseFile, mode);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>In Production where a setting says so: there mails may go to anybody.</summary>
    private static ServiceProvider Services(string dataFolder, TimeProvider time, RecordedLog log, IEnumerable<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string?> { ["Site:DataFolder"] = dataFolder };
        foreach (var (name, value) in settings)
            all[name] = value;
        return new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddTrialSite(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), isDevelopment: !all.ContainsKey("Site:PublicBaseUrl"))
            .AddSingleton(time)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, tells before the reseed goes on.</summary>
    private sealed class AtOnce(Action<ReseedProgress> tell) : IProgress<ReseedProgress>
    {
        public void Report(ReseedProgress value) => tell(value);
    }
}
