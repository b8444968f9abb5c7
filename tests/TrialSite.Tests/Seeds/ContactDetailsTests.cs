using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

public sealed class ContactDetailsTests
{
    [Theory]
    [InlineData("jane.doe@example.org")]
    [InlineData("mailto:jane@example.org")]
    [InlineData("jane (at) example.org")]
    [InlineData("jane[at]example[dot]org")]
    [InlineData("jane＠example.org")]
    [InlineData(@"jane\@example.org")]
    [InlineData(@"jane\_doe@example.org")]
    [InlineData("jane&#64;example.org")]
    [InlineData("jane&#x40;example.org")]
    [InlineData("jane&commat;example.org")]
    [InlineData("jäne@müller-klinik.example")]
    [InlineData("jane@clinic@example.org")]
    [InlineData("•••••@•••••")]
    [InlineData("•••••@example.org")]
    public void E_mail_address_is_hidden(string address) =>
        Assert.Equal("Write to (e-mail address hidden), please.", ContactDetails.Mask($"Write to {address}, please."));

    [Theory]
    [InlineData("+1 212 555 0123")]
    [InlineData("+442079460958")]
    [InlineData("+44 (0)20 7946 0958")]
    [InlineData("(+86) 13800000000")]
    [InlineData("0041 44 555 01 23")]
    [InlineData("212-555-0123")]
    [InlineData("(212) 555-0123")]
    [InlineData("212.555.0123 ext. 45")]
    [InlineData("1-800-555-0123 x12")]
    [InlineData("1-800-555-HELP")]
    [InlineData("020 7946 0958")]
    [InlineData("01 42 34 56 78")]
    [InlineData("86-20-55501234")]
    [InlineData("0518-55501234")]
    [InlineData("886-2-2555-0123")]
    [InlineData("13800000001")]
    [InlineData("tel:+12125550123")]
    [InlineData("•••-•••-••••")]
    public void Phone_number_is_hidden(string number) =>
        Assert.Equal("The line is (phone number hidden).", ContactDetails.Mask($"The line is {number}."));

    [Theory]
    [InlineData("Call us at 555 0123.", "Call us at (phone number hidden).")]
    [InlineData("Phone: 5550123 or 5550124", "Phone: (phone number hidden) or (phone number hidden)")]
    [InlineData("WhatsApp 93 555 01", "WhatsApp (phone number hidden)")]
    public void Short_number_is_hidden_behind_a_word_that_tells(string text, string expected) => Assert.Equal(expected, ContactDetails.Mask(text));

    [Theory]
    [InlineData("NCT06904755")]
    [InlineData("https://clinicaltrials.gov/study/NCT06904755")]
    [InlineData("https://example.org/call/2125550123?x=1")]
    [InlineData("doi:10.1016/0140-6736(93)92345-6")]
    [InlineData("10.1177/2050157921102860")]
    [InlineData("2026-06-27")]
    [InlineData("2019-01-01 - 2020-12-31")]
    [InlineData("from 27.06.2026 to 01.07.2026")]
    [InlineData("2019-2021")]
    [InlineData("EudraCT 2019-001234-56")]
    [InlineData("CTIS 2024-511234-12-00")]
    [InlineData("ISRCTN12345678")]
    [InlineData("PMID 12345678")]
    [InlineData("ORCID 0000-0002-1825-0097")]
    [InlineData("1 000 000 000 cells, 1,000,000 units, 10 000 000 copies")]
    [InlineData("2.5 x 10^6 cells/kg on days 1, 8 and 15 of each 21-day cycle")]
    [InlineData("0.05 mg twice a day, 100 mg/m2, 12.5 %, 18-65 years")]
    [InlineData("CD34+ 10000000")]
    [InlineData("Lancet 342(8886-8887):1510")]
    [InlineData("Ramat Gan, Tel Aviv, 5265601, Israel")]
    [InlineData("Portland, Maine, 04102-2643, United States")]
    [InlineData("• first • second")]
    [InlineData("5 mg @ 8 hours")]
    public void What_only_looks_similar_stays(string text)
    {
        Assert.Equal(text, ContactDetails.Mask(text));
        Assert.False(ContactDetails.AppearIn(text));
    }
}
