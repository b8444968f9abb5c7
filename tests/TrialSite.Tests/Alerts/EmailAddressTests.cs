using System.Text.Json;
using TrialSite.Alerts;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Alerts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("reader@example.org")]
    [InlineData("Reader@example.org")]
    [InlineData("first.last@example.org")]
    [InlineData("first+trials@example.org")]
    [InlineData("o'brien@example.org")]
    [InlineData("a@b.co")]
    [InlineData("1@2.example")]
    [InlineData("under_score@example.org")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("reader@sub.sub.example.org")]
    [InlineData("reader@xn--bcher-kva.example")]
    [InlineData("reader@a-b.example")]
    [InlineData("reader@123.example")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234@example.org")]
    public void An_address_is_kept_as_it_is(string text) => Assert.Equal(text, Parse(text)?.Value);

    [Theory]
    [InlineData("  reader@example.org ", "reader@example.org")]
    [InlineData("reader@EXAMPLE.Org", "reader@example.org")]
    [InlineData("reader@bücher.example", "reader@xn--bcher-kva.example")]
    [InlineData("reader@BÜCHER.example", "reader@xn--bcher-kva.example")]
    [InlineData("reader@例え.テスト", "reader@xn--r8jz45g.xn--zckzah")]
    public void The_domain_becomes_what_the_domain_name_system_knows(string text, string value) => Assert.Equal(value, Parse(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("reader")]
    [InlineData("@")]
    [InlineData("@example.org")]
    [InlineData("reader@")]
    [InlineData("reader@example")]
    [InlineData("reader@localhost")]
    [InlineData("reader@.org")]
    [InlineData("reader@example.")]
    [InlineData("reader@example.org.")]
    [InlineData("reader@example..org")]
    [InlineData("reader@-example.org")]
    [InlineData("reader@example-.org")]
    [InlineData("reader@exa_mple.org")]
    [InlineData("reader@exa mple.org")]
    [InlineData("reader @example.org")]
    [InlineData("rea der@example.org")]
    [InlineData("reader@@example.org")]
    [InlineData("reader@example.org@example.net")]
    [InlineData(".reader@example.org")]
    [InlineData("reader.@example.org")]
    [InlineData("first..last@example.org")]
    [InlineData("reader\0@example.org")]
    [InlineData("reader@example.org\0")]
    [InlineData("reader@example.org\r\nBcc: other@example.org")]
    [InlineData("reader@example.org\nother@example.org")]
    [InlineData("rea\tder@example.org")]
    [InlineData("Name <reader@example.org>")]
    [InlineData("<reader@example.org>")]
    [InlineData("\"Name\" reader@example.org")]
    [InlineData("reader@example.org (a comment)")]
    [InlineData("(a comment)reader@example.org")]
    [InlineData("reader@(a comment)example.org")]
    [InlineData("reader@example.org, other@example.org")]
    [InlineData("reader@example.org;other@example.org")]
    [InlineData("group: reader@example.org;")]
    [InlineData("group:;")]
    [InlineData("\"quoted name\"@example.org")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("reader@[192.0.2.1]")]
    [InlineData("reader@[IPv6:2001:db8::1]")]
    [InlineData("reader@192.0.2.1")]
    [InlineData("reader@example.123")]
    [InlineData("mailto:reader@example.org")]
    [InlineData("http://reader@example.org")]
    [InlineData("reader@example.org?subject=x")]
    [InlineData("reader@example.org/path")]
    [InlineData("reader@example.org:25")]
    [InlineData("reader%example.net@example.org@")]
    [InlineData("@relay.example:reader@example.org")]
    [InlineData("=?utf-8?q?reader?=@example.org <x@example.org>")]
    [InlineData("reader\u200B@example.org")]
    [InlineData("reader\u202E@example.org")]
    [InlineData("reader@example\u202E.org")]
    [InlineData("\uFEFFreader@example.org")]
    [InlineData("rea\u00A0der@example.org")]
    [InlineData("reader＠example.org")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@example.org")]
    [InlineData("reader@1234567890123456789012345678901234567890123456789012345678901234.example")]
    [InlineData("<script>alert(1)</script>@example.org")]
    [InlineData("' or 1=1 --@example.org")]
    public void Anything_else_is_no_address(string? text) => Assert.Null(Parse(text)?.Value);

    [Fact]
    public void An_address_is_at_most_254_characters_long()
    {
        var longest = "reader@" + string.Join('.', Enumerable.Repeat(new string('a', 60), 4)) + ".abc";
        Assert.Equal(254, longest.Length);

        Assert.Equal(longest, Parse(longest)?.Value);
        Assert.Null(Parse("x" + longest));
    }

    [Fact]
    public void A_domain_may_not_grow_past_254_characters_as_labels() =>
        Assert.Null(Parse("reader@" + string.Join('.', Enumerable.Repeat(new string('ü', 52), 5)) + ".example"));

    [Theory]
    [InlineData("Ada.Reader+trials@Example.org", "adareader@example.org")]
    [InlineData("a.b.c@example.org", "abc@example.org")]
    [InlineData("+tag@example.org", "+tag@example.org")]
    [InlineData("ab@sub.example.org", "ab@sub.example.org")]
    public void Spellings_of_one_mailbox_fold_into_one(string text, string folded) => Assert.Equal(folded, Parse(text)?.Folded);

    [SharedDataFact]
    public void The_isemail_tests_agree()
    {
        var tests = JsonSerializer.Deserialize<string[][]>(File.ReadAllText(Robust("isemail-tests.json")))!;
        Assert.NotEmpty(tests);
        foreach (var (text, verdict) in tests.Select(test => (test[0], test[1])).Where(test => test.Item1.Trim() == test.Item1))
        {
            var isGood = (verdict == "valid" && text.LastIndexOf('.') > text.IndexOf('@', StringComparison.Ordinal)) || verdict.StartsWith("dnsWarn", StringComparison.Ordinal);
            Assert.True(isGood == Parse(text) is not null, $"{text} ({verdict})");
        }
    }

    [SharedDataFact]
    public void Naughty_strings_are_no_address_and_no_fault()
    {
        using var strings = JsonDocument.Parse(File.ReadAllText(Robust("blns.json")));
        foreach (var text in strings.RootElement.EnumerateArray().Select(element => element.GetString()))
        {
            Assert.Null(Parse(text));
            var beside = Parse($"{text}@example.org");
            Assert.True(beside is null || beside.Value.Count(c => c == '@') == 1);
        }
    }

    private static string Robust(string fileName) => Path.Combine(Repository.SharedData, "robust", fileName);

    private static EmailAddress? Parse(string? text) => EmailAddress.TryParse(text, out var address) ? address : null;
}
