using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using TrialSite.Import;
using TrialSite.Seeds;

namespace TrialSite.Tests.Import;

/// <summary>Files that are no seeds: named, and no hindrance for the others.</summary>
public sealed class SeedFileFaultsTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.Open();
        site.Write(TestSeed.Number(1));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task An_empty_file_is_rejected()
    {
        site.WriteBytes("x.txt", []);
        await RejectsX("TS103", "empty");
    }

    [Fact]
    public async Task A_pipe_is_rejected_and_not_waited_for()
    {
        using var mkfifo = Process.Start("mkfifo", site.PathOf("x.txt"));
        await mkfifo.WaitForExitAsync();
        Assert.Equal(0, mkfifo.ExitCode);
        await RejectsX("TS103", "not a regular file");
    }

    [Fact]
    public async Task A_link_is_rejected()
    {
        File.CreateSymbolicLink(site.PathOf("x.txt"), "/etc/hostname");
        await RejectsX("TS101", "symbolic link");
    }

    [Fact]
    public async Task A_link_to_nothing_is_rejected()
    {
        File.CreateSymbolicLink(site.PathOf("x.txt"), "x.txt");
        await RejectsX("TS101", "symbolic link");
    }

    [Fact]
    public async Task A_folder_is_rejected()
    {
        Directory.CreateDirectory(site.PathOf("x.txt"));
        await RejectsX("TS102", "folder");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_rejected()
    {
        site.WriteBytes("x.txt", new byte[SeedParser.MaxBytes + 1]);
        await RejectsX("TS104", "262,144");
    }

    [Fact]
    public async Task A_file_of_64_gigabytes_is_rejected_unread()
    {
        using (var sparse = File.OpenHandle(site.PathOf("x.txt"), FileMode.CreateNew, FileAccess.Write))
            RandomAccess.SetLength(sparse, 64L << 30);
        await RejectsX("TS104", "68,719,476,736");
    }

    [Fact]
    public async Task Utf16_is_rejected()
    {
        site.WriteBytes("x.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SeedWriter.Write(TestSeed.Number(2)))]);
        await RejectsX("TS002", "UTF-16");
    }

    [Fact]
    public async Task A_picture_is_rejected()
    {
        site.WriteBytes("x.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))]);
        await RejectsX("TS002", "not UTF-8");
    }

    [NotAsRootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_without_permission_is_rejected()
    {
        site.WriteText("x.txt", "secret");
        File.SetUnixFileMode(site.PathOf("x.txt"), UnixFileMode.None);
        await RejectsX("TS105", "no permission");
    }

    [Fact]
    public async Task Files_that_are_not_txt_and_folders_within_are_not_looked_at()
    {
        site.WriteText("notes.md", "# To do");
        site.WriteText("NCT00000002.txt~", "an editor's copy");
        Directory.CreateDirectory(site.PathOf("old"));
        site.WriteText(Path.Combine("old", "NCT00000003.txt"), SeedWriter.Write(TestSeed.Number(3)));

        Assert.Equal("1 new, 0 changed, 0 unchanged, 0 rejected, 0 gone", (await site.Reseed()).Totals);
    }

    [Fact]
    public async Task Three_hundred_broken_files_keep_none_of_the_good_ones_out()
    {
        site.Write(TestSeed.Numbers(1, 300));
        for (var i = 0; i < 300; i++)
            site.WriteBytes($"broken-{i}.txt", Broken(i));

        var report = await site.Reseed();

        Assert.Equal("300 new, 0 changed, 0 unchanged, 300 rejected, 0 gone", report.Totals);
        Assert.All(report.Rows.Where(row => row.Outcome == SeedOutcome.Rejected), row => Assert.Contains(row.Problems, problem => problem.Severity == SeedSeverity.Error));
    }

    private async Task RejectsX(string code, string message)
    {
        var report = await site.Reseed();

        Assert.Equal("1 new, 0 changed, 0 unchanged, 1 rejected, 0 gone", report.Totals);
        var problem = report.Rows.Single(row => row.FileName == "x.txt").Problems[0];
        Assert.Equal((code, SeedSeverity.Error), (problem.Code, problem.Severity));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(code, Assert.Single(SeedCheck.Run([site.PathOf("x.txt")])).Problems[0].Code);
    }

    private static byte[] Broken(int i) => (i % 6) switch
    {
        0 => [],
        1 => Encoding.UTF8.GetBytes(SeedWriter.Write(TestSeed.Number(1000 + i) with { NctId = null })),
        2 => Encoding.UTF8.GetBytes(SeedWriter.Write(TestSeed.Number(1000 + i) with { Title = null })),
        3 => [.. Encoding.UTF8.GetBytes(SeedWriter.Write(TestSeed.Number(1000 + i))), 0xFF],
        4 => Encoding.Unicode.GetBytes(SeedWriter.Write(TestSeed.Number(1000 + i))),
        _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Summary\n", i))),
    };

    private sealed class NotAsRootFactAttribute : FactAttribute
    {
        public NotAsRootFactAttribute()
        {
            if (Environment.IsPrivilegedProcess)
                Skip = "root may read every file";
        }
    }
}
