using System.Text.RegularExpressions;
using MimeKit;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Reading;

/// <summary>Every kind of mail reads at grade 7 or below, with the plain names that the tests give to trials and places.</summary>
public sealed partial class MailGradeTests
{
    private const double Limit = 7;

    [Fact]
    public void Every_kind_of_mail_reads_at_grade_7_or_below()
    {
        var over = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "TrialSite.Tests", "Alerts", "GoldenMails"), "*.eml")
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Grade: ReadingGrade.Of(BlocksOf(MimeMessage.Load(path).TextBody!))))
            .Where(mail => mail.Grade.Grade > Limit).Select(mail => $"{mail.Name}: {mail.Grade.Over(Limit)}").ToList();
        Assert.True(over is [], string.Join('\n', over));
    }

    private static IEnumerable<string> BlocksOf(string text) =>
        Address().Replace(text.ReplaceLineEndings("\n"), "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Replace('\n', ' '));

    [GeneratedRegex(@"https?:\S+")]
    private static partial Regex Address();
}
