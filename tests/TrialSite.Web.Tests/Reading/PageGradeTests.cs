using System.Globalization;
using TrialSite.Tests.Reading;
using Xunit.Abstractions;

namespace TrialSite.Web.Tests.Reading;

/// <summary>The site's own texts read at grade 7 or below on every kind of page; what an editor or a registrant wrote is not counted.</summary>
public sealed class PageGradeTests(FaultySite site, ITestOutputHelper output) : IClassFixture<FaultySite>
{
    private const double Limit = 7;
    private const int MostWords = 20;

    /// <summary>The words of the user's own seed, which every trial page shows as they are.</summary>
    private const string OfTheUser = "takes no responsibility whatsoever for anything missed, misunderstood, or acted upon as a result of our summary";

    [Fact]
    public async Task Every_kind_of_page_reads_at_grade_7_or_below_in_sentences_of_at_most_20_words()
    {
        var grades = (await new GradedPages(site).Read()).Select(page => (Kind: page.Key, Grade: ReadingGrade.Of(page.Value))).OrderByDescending(page => page.Grade.Grade).ToList();
        foreach (var (kind, grade) in grades)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{grade.Grade:0.0} {kind} ({grade.Sentences.Count} sentences)"));

        var over = grades.Where(page => page.Grade.Grade > Limit).Select(page => $"{page.Kind}: {page.Grade.Over(Limit)}").ToList();
        Assert.True(over is [], string.Join('\n', over));
        Assert.Empty(grades.SelectMany(page => page.Grade.Sentences).Where(sentence => sentence.Words > MostWords && !sentence.Text.Contains(OfTheUser, StringComparison.Ordinal)).Select(sentence => sentence.Text).Distinct());
    }
}
