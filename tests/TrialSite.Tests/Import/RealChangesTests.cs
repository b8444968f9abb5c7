using System.Globalization;
using System.Text;
using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>
/// What readers are told of real versions of real records: our sentences, each reviewed beside the records' JSON. When words are meant to change,
/// run these tests once with <c>TRIALSITE_WRITE_GOLDEN_CHANGES=1</c> in the environment, and read what git says has changed.
/// </summary>
public sealed class RealChangesTests
{
    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "TrialSite.Tests", "Import", "GoldenChanges", "real-versions.txt");
    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("TRIALSITE_WRITE_GOLDEN_CHANGES") == "1";

    [SharedDataFact]
    public void What_changed_between_real_versions_is_told_as_it_was_reviewed()
    {
        var told = Told();

        if (Rewrites)
            File.WriteAllText(Golden, told);
        Assert.Equal(File.ReadAllText(Golden), told);
    }

    [SharedDataFact]
    public void Real_versions_of_one_hash_have_no_difference()
    {
        var alike = Pairs().Where(pair => ContentHash.Of(pair.Before) == ContentHash.Of(pair.After)).ToList();

        Assert.InRange(alike.Count, 5, 45);
        Assert.All(alike, pair => Assert.Empty(RegistryComparison.Between(pair.Before, pair.After)));
    }

    [SharedDataFact]
    public void Each_sentence_about_real_versions_is_short() =>
        Assert.All(
            Pairs().SelectMany(pair => RegistryComparison.Between(pair.Before, pair.After).Concat(RegistryComparison.Between(pair.After, pair.Before))),
            difference => Assert.InRange(ChangeSentence.Of(difference).Split(' ').Length, 3, 20));

    private static string Told()
    {
        var told = new StringBuilder();
        foreach (var (before, after, number) in Pairs())
        {
            told.Append(CultureInfo.InvariantCulture, $"{after.NctId} {number}\n");
            foreach (var difference in RegistryComparison.Between(before, after))
                told.Append(CultureInfo.InvariantCulture, $"  {difference.Level.ToString().ToLowerInvariant()}: {ChangeSentence.Of(difference)}\n");
        }
        return told.ToString();
    }

    private static IEnumerable<(RegistryRecord Before, RegistryRecord After, int Number)> Pairs() =>
        SharedRecords.Versions().SelectMany(versions => versions.Zip(versions.Skip(1), (before, after) => (before.Record, after.Record)).Select((pair, i) => (pair.Item1, pair.Item2, i + 1)));
}
