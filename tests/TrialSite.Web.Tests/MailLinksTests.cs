using TrialSite.Alerts;
using TrialSite.Trials;

namespace TrialSite.Web.Tests;

/// <summary>Mails are made where the site's pages are not known: their addresses are compared here.</summary>
public sealed class MailLinksTests
{
    private static readonly MailLinks Mail = new("https://trials.example.org");
    private static readonly NctId Walk = NctId.TryParse("NCT06904755", out var nctId) ? nctId : throw new FormatException("an NCT ID");

    public static TheoryData<string, string> Pairs => new()
    {
        { Mail.Trials, Links.Trials },
        { Mail.Privacy, Links.Privacy },
        { Mail.AskToManage, Links.Manage },
        { Mail.Trial(Walk), Links.Trial(Walk) },
        { Mail.History(Walk), Links.History(Walk) },
        { Mail.Confirm("token"), Links.Confirm("token") },
        { Mail.NotMe("token"), Links.NotMe("token") },
        { Mail.Manage("token"), Links.ManageBy("token") },
        { Mail.Stop("token"), Links.Stop("token") },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_link_in_a_mail_is_an_address_of_the_site(string inMail, string onSite) => Assert.Equal($"https://trials.example.org{onSite}", inMail);

    [Fact]
    public void Every_link_of_a_mail_is_compared() =>
        Assert.Equal(Pairs.Count, typeof(MailLinks).GetProperties().Length + typeof(MailLinks).GetMethods().Count(method => method.DeclaringType == typeof(MailLinks) && !method.IsSpecialName));
}
