using TrialSite.Import;
using TrialSite.Seeds;

namespace TrialSite.Tests.Import;

public sealed class SeedCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialsite-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_good_seed_has_a_document_and_no_problem()
    {
        var file = Assert.Single(SeedCheck.Run([Write("NCT00000001.txt", TestSeed.Number(1))]));

        Assert.Equal(TestSeed.Number(1), file.Document);
        Assert.Empty(file.Problems);
        Assert.False(file.HasErrors);
    }

    [Fact]
    public void A_seed_without_an_id_has_an_error_and_what_could_be_read()
    {
        var file = Assert.Single(SeedCheck.Run([Write("x.txt", TestSeed.Number(1) with { NctId = null })]));

        Assert.True(file.HasErrors);
        Assert.Equal(TestSeed.Number(1).Title, file.Document?.Title);
    }

    [Fact]
    public void A_file_that_is_not_there_has_an_error_and_no_document()
    {
        var file = Assert.Single(SeedCheck.Run([Path.Combine(folder.FullName, "none.txt")]));

        Assert.Null(file.Document);
        Assert.Equal("TS105", Assert.Single(file.Problems).Code);
    }

    [Fact]
    public void One_trial_in_two_files_is_an_error_in_both()
    {
        var files = SeedCheck.Run([Write("NCT00000001.txt", TestSeed.Number(1)), Write("copy.txt", TestSeed.Number(1)), Write("NCT00000002.txt", TestSeed.Number(2))]);

        Assert.Equal([true, true, false], files.Select(file => file.HasErrors));
        Assert.Equal(["TS107", "TS106"], files[1].Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        var path = Write("NCT00000001.txt", TestSeed.Number(1));

        Assert.Single(SeedCheck.Run([path, Path.Combine(folder.FullName, ".", "NCT00000001.txt")]));
    }

    private string Write(string fileName, SeedDocument seed)
    {
        var path = Path.Combine(folder.FullName, fileName);
        File.WriteAllText(path, SeedWriter.Write(seed));
        return path;
    }
}
