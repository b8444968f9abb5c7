using TrialSite.Alerts;
using TrialSite.Alerts.Mails;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Alerts;

public sealed class RecordPartTests
{
    [Fact]
    public void A_new_trial_without_an_editor_is_told_in_the_registrants_words()
    {
        var mail = Mail(TestStudy.Record() with { StatusWord = "RECRUITING" });

        Assert.Contains("Walking for tired hearts", mail, StringComparison.Ordinal);
        Assert.Contains("What is tested: Daily walk; Rest", mail, StringComparison.Ordinal);
        Assert.Contains("Status in its record: Recruiting", mail, StringComparison.Ordinal);
        Assert.Contains("Where: 2 places: Norway", mail, StringComparison.Ordinal);
        Assert.Contains("In the registrant's own words\r\n  Half of the people walk.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Our plain-language read", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("555")]
    [InlineData("Ann")]
    public void No_contact_is_in_it(string secret)
    {
        Assert.Contains(secret, TestStudy.Full, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Mail(TestStudy.Record()).Replace("https://trials.example.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_record_does_not_say_is_not_in_it()
    {
        var mail = Mail(new() { NctId = TestStudy.Record().NctId, Title = "A bare trial" });

        Assert.Contains("A bare trial", mail, StringComparison.Ordinal);
        Assert.All(["What is tested", "Status", "Where", "own words"], label => Assert.DoesNotContain(label, mail, StringComparison.Ordinal));
    }

    private static string Mail(RegistryRecord record)
    {
        var trial = Trial.FirstVersion(record, new("source", ContentHash.Of(record)), new(2026, 7, 1), generation: 1);
        return TrialPart.Of(new(record.NctId, 0, 1, null, trial, []), isNewTrial: true, new MailLinks("https://trials.example.org")).Whole.Text;
    }
}
