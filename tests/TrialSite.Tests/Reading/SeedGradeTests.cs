using System.Globalization;
using TrialSite.Seeds;
using TrialSite.Tests.Seeds;
using Xunit.Abstractions;

namespace TrialSite.Tests.Reading;

/// <summary>Our seeds read at grade 8 or below; no medical word is counted as easier than it is.</summary>
public sealed class SeedGradeTests(ITestOutputHelper output)
{
    private const double Limit = 8;

    /// <summary>Its words are the user's own, to the byte. It reads at grade 8.1.</summary>
    private const string UserSeed = "NCT06904755";

    [Fact]
    public void Every_seed_of_ours_reads_at_grade_8_or_below()
    {
        var grades = Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.txt")
            .Select(path => SeedParser.Parse(File.ReadAllText(path)).Document!)
            .Select(seed => (seed.NctId, Grade: ReadingGrade.Of(TextsOf(seed)))).OrderByDescending(seed => seed.Grade.Grade).ToList();
        foreach (var (nctId, grade) in grades)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nctId} {grade.Grade:0.0}"));

        Assert.Contains(grades, seed => seed.NctId == UserSeed);
        var over = grades.Where(seed => seed.NctId != UserSeed && seed.Grade.Grade > Limit).Select(seed => $"{seed.NctId}: {seed.Grade.Over(Limit)}").ToList();
        Assert.True(over is [], string.Join('\n', over));
    }

    private static IEnumerable<string> TextsOf(SeedDocument seed) =>
        from text in new[] { seed.Title, seed.Summary, seed.PlainLanguageRead?.ActiveSubstance, seed.PlainLanguageRead?.CouldLeadTo, seed.PlainLanguageRead?.CouldGoWrong }
        where text is not null
        from block in text.Split('\n')
        select block;
}
