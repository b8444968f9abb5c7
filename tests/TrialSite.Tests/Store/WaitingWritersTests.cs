using TrialSite.Store;

namespace TrialSite.Tests.Store;

public sealed class WaitingWritersTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialsite-");

    private string LockFile => Path.Combine(folder.FullName, "write.lock");

    private WaitingWriters Process => new(LockFile, TimeSpan.FromMinutes(1));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Where_nobody_waits_nobody_is_let_by() => Assert.True(Process.LetBy(default).IsCompletedSuccessfully);

    [Fact]
    public async Task All_who_wait_are_let_by()
    {
        var first = await Process.Announce(default);
        var second = await Process.Announce(default);
        var letBy = Process.LetBy(default);

        first!.Dispose();
        await Task.Delay(50);
        Assert.False(letBy.IsCompleted);

        second!.Dispose();
        await letBy.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_comes_while_somebody_looks_can_say_so_after_it()
    {
        var look = FileLock.TryLook(LockFile);
        var announcing = Process.Announce(default);
        Assert.False(announcing.IsCompleted);

        look!.Dispose();

        using var announced = await announcing;
        Assert.NotNull(announced);
    }

    [Fact]
    public async Task What_cannot_be_said_or_asked_hinders_nobody()
    {
        Directory.CreateDirectory(LockFile);
        Assert.Null(await Process.Announce(default));
        Assert.True(Process.LetBy(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_data_folder_that_is_gone_is_not_made_again()
    {
        folder.Delete();
        Assert.Null(await Process.Announce(default));
        Assert.True(Process.LetBy(default).IsCompletedSuccessfully);

        folder.Refresh();
        Assert.False(folder.Exists);
        folder.Create();
    }
}
