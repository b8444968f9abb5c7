using CsCheck;
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
    [InlineData("jane dot doe at example dot com")]
    [InlineData("jane.doe AT example DOT com")]
    [InlineData("jane.doe at example.com")]
    [InlineData("jane.doe%40example.com")]
    [InlineData("jane.doe-at-example.com")]
    [InlineData("jane.doe_at_example.com")]
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
    [InlineData("617·632·3000")]
    [InlineData("617•632•3000")]
    [InlineData("617 / 632 / 3000")]
    [InlineData("２１２－５５５－０１２３")]
    [InlineData("+８６ １３８ ００１３ ８０００")]
    [InlineData("https://wa.me/8613800138000")]
    [InlineData("sms:5550123")]
    [InlineData("whatsapp:+8613800138000")]
    [InlineData("•••-•••-••••")]
    public void Phone_number_is_hidden(string number) =>
        Assert.Equal("The line is (phone number hidden).", ContactDetails.Mask($"The line is {number}."));

    [Theory]
    [InlineData("Chat: https://t.me/liverdoc.", "Chat: (messenger account hidden).")]
    [InlineData("[chat](skype:jane.doe?call)", "[chat]((messenger account hidden))")]
    [InlineData("WeChat: liverdoc", "WeChat: (messenger account hidden)")]
    [InlineData("WeChat ID: liver_doc or Skype: jane.doe for questions", "WeChat ID: (messenger account hidden) or Skype: (messenger account hidden) for questions")]
    [InlineData("Telegram: @liverdoc", "Telegram: (messenger account hidden)")]
    [InlineData("WhatsApp: +86 138 0013 8000", "WhatsApp: (phone number hidden)")]
    public void Account_of_a_messenger_is_hidden(string text, string expected)
    {
        Assert.Equal(expected, ContactDetails.Mask(text));
        Assert.Equal(expected, ContactDetails.Mask(expected));
    }

    [Theory]
    [InlineData("Call 555-0123.", "Call (phone number hidden).")]
    [InlineData("Call us at 555 0123.", "Call us at (phone number hidden).")]
    [InlineData("Phone: 5550123 or 5550124", "Phone: (phone number hidden) or (phone number hidden)")]
    [InlineData("WhatsApp 93 555 01", "WhatsApp (phone number hidden)")]
    public void Short_number_is_hidden_behind_a_word_that_tells(string text, string expected) => Assert.Equal(expected, ContactDetails.Mask(text));

    [Theory]
    [InlineData("-at-")]
    [InlineData("%40")]
    [InlineData("WeChat: ")]
    [InlineData("617·")]
    public async Task Time_grows_with_the_text_and_no_faster(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, SeedParser.MaxBytes / piece.Length));
        await Quickly.Within(TimeSpan.FromSeconds(5), () => { ContactDetails.Mask(text); });
    }

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
    [InlineData("08:00-17:00 12.12.2026")]
    [InlineData("300 / 600 / 1200 mg, 125/250/1000 mg, 0·05 (0·01 to 0·91)")]
    [InlineData("Visits by Skype: patients talk to a nurse")]
    [InlineData("See smart.me/a, https://stay-at-home.org and register at clinicaltrials.gov")]
    [InlineData("555-0123")]
    [InlineData("• first • second")]
    [InlineData("5 mg @ 8 hours")]
    public void What_only_looks_similar_stays(string text)
    {
        Assert.Equal(text, ContactDetails.Mask(text));
        Assert.False(ContactDetails.AppearIn(text));
    }

    [Fact]
    public void A_text_without_any_sign_of_a_contact_detail_is_left_alone_rightly()
    {
        var pieces = Gen.OneOf("john", "doe", "example", "com", " at ", "-at-", "_at_", " dot ", " DOT ", "skype", "wechat", "WeChat ID", "tel", "call", "t", "me", "/", "-", "_", "+", "•", "1", "٣", "@", " ", "\n");
        // The bracket makes it look at the whole text and is no part of a detail itself.
        pieces.Array[1, 12].Select(string.Concat).Sample(text => Assert.Equal(ContactDetails.Mask(text) + "\n\n{", ContactDetails.Mask(text + "\n\n{")), iter: 20_000);
    }
}
