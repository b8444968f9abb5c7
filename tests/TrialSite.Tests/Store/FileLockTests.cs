using TrialSite.Store;

namespace TrialSite.Tests.Store;

public sealed class FileLockTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialsite-");

    private string LockFile => Path.Combine(folder.FullName, "data", "reseed.lock");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void One_holder_at_a_time()
    {
        var first = FileLock.TryAcquire(LockFile);
        Assert.NotNull(first);
        Assert.Null(FileLock.TryAcquire(LockFile));

        first.Dispose();

        using var second = FileLock.TryAcquire(LockFile);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Waiting_ends_when_the_holder_lets_go()
    {
        var first = FileLock.TryAcquire(LockFile);
        var second = FileLock.Acquire(LockFile, TimeSpan.FromSeconds(30), default);
        Assert.False(second.IsCompleted);

        first!.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline()
    {
        using var first = FileLock.TryAcquire(LockFile);

        var fault = await Assert.ThrowsAsync<TimeoutException>(() => FileLock.Acquire(LockFile, TimeSpan.FromMilliseconds(100), default));

        Assert.Contains("reseed.lock", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_locks_place_is_a_fault_not_another_holder()
    {
        Directory.CreateDirectory(LockFile);

        Assert.Throws<UnauthorizedAccessException>(() => FileLock.TryAcquire(LockFile));
    }
}
