using System.Text;
using CsCheck;
using TrialSite.Registry;
using TrialSite.Seeds;

namespace TrialSite.Tests.Registry;

/// <summary>How a text of the registry becomes plain.</summary>
public sealed class RegistryTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\r\n\u00A0\u200B", null)]
    [InlineData("  two   words\u00A0here ", "two words here")]
    [InlineData("two\r\nlines", "two lines")]
    [InlineData(@"\>= 18 and \< 65", ">= 18 and < 65")]
    [InlineData(@"10\^9 \[a\] \*b\* \_c 1\. \~2 \& \\ \- \+ \)", @"10^9 [a] *b* _c 1. ~2 & \ - + )")]
    [InlineData(@"mg\\dl", @"mg\dl")]
    [InlineData(@"a\b \", @"a\b \")]
    [InlineData("R&D, M&amp;M", "R&D, M&M")]
    [InlineData("Children&Amp;#39;s", "Children's")]
    [InlineData(@"\&amp;gt;1", ">1")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt;", "bold")]
    [InlineData("a<br/>b<BR>c", "a b c")]
    [InlineData("m<sup>2</sup>, H<sub>2</sub>O", "m^2, H2O")]
    [InlineData("<a href=\"https://example.org\">here</a>", "here")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("a <!-- --> b", "a b")]
    [InlineData("age < 10 and > 5", "age < 10 and > 5")]
    [InlineData("<18 Years", "<18 Years")]
    [InlineData("to be filled in: <yes or no>", "to be filled in: <yes or no>")]
    [InlineData("<", "<")]
    [InlineData("a <b and c> d", "a <b and c> d")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth over\u202Eride", "softhyphen zerowidth override")]
    [InlineData("call +47 22 11 00 99 or write to x@example.org", "call (phone number hidden) or write to (e-mail address hidden)")]
    [InlineData(@"write to x\@example.org", "write to (e-mail address hidden)")]
    [InlineData("write to x&#64;example.org", "write to (e-mail address hidden)")]
    [InlineData("write to x<b>@</b>example.org", "write to (e-mail address hidden)")]
    public void A_line_is_plain(string? text, string? plain) => Assert.Equal(plain, RegistryText.Line(text));

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\n\na\n\n\n \nb  \n\n", "a\n\nb")]
    [InlineData("* a\n  * b   c\n\t* d", "* a\n  * b c\n    * d")]
    [InlineData("  first", "first")]
    [InlineData("a<p>b</p><li>c", "a\nb\n\nc")]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("\n \n", null)]
    public void A_long_text_keeps_its_lines(string text, string? plain) => Assert.Equal(plain, RegistryText.Lines(text));

    [Fact]
    public void Plain_text_of_plain_text_is_the_same()
    {
        var pieces = Gen.OneOf("a", "b1", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00A0", "\u200B", "* ", "1. ", "<", ">", "é", "老", ".", ":");
        pieces.Array[0, 40].Select(string.Concat).Sample(text =>
        {
            var line = RegistryText.Line(text);
            var lines = RegistryText.Lines(text);
            Assert.Equal(line, RegistryText.Line(line));
            Assert.Equal(lines, RegistryText.Lines(lines));
            Assert.Equal(line, RegistryText.Line(lines));
        });
    }

    [Fact]
    public void Any_text_loses_its_markup_and_stays_without_contact_details()
    {
        var pieces = Gen.OneOf("\\", "&", "&amp;", "&lt;", "<", ">", "<b>", "</p>", "<br", "#39;", "sup", "@", "x@example.org", "+47 22 11 00 99", " ", "\n", "word", "=", "/", "!--", "-->");
        pieces.Array[0, 30].Select(string.Concat).Sample(text =>
        {
            Assert.False(ContactDetails.AppearIn(RegistryText.Line(text) ?? ""));
            Assert.False(ContactDetails.AppearIn(RegistryText.Lines(text) ?? ""));
        }, iter: 2000);
    }

    [Fact]
    public async Task A_flood_of_marks_is_read_at_once()
    {
        foreach (var flood in new[] { "<", "<b", "\\", "&amp;", "&lt;", "<!--", " \n", "<b x=", "\r" })
        {
            var text = new StringBuilder().Insert(0, flood, 200_000 / flood.Length).ToString();
            await Quickly.Within(TimeSpan.FromSeconds(5), () => { RegistryText.Lines(text); });
        }
    }
}
