using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>What cannot be shown on a spec page: bytes, and texts that are too long.</summary>
public sealed class SeedEncodingTests
{
    private const string Header = "A plain title\nNCT ID NCT00000001\n";

    [Fact]
    public void Byte_that_is_not_utf8_is_an_error_with_its_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "Summary\nCaf"), 0xE9, .. "s\n"u8];
        var problem = Assert.Single(SeedParser.Parse(bytes).Problems);

        Assert.Equal((SeedSeverity.Error, "TS002", 4, 4), (problem.Severity, problem.Code, problem.Line, problem.Column));
        Assert.Contains("0xE9 at offset 44", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_named()
    {
        var result = SeedParser.Parse([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)]);

        var problem = Assert.Single(result.Problems);
        Assert.Equal("TS002", problem.Code);
        Assert.Contains("UTF-16", problem.Message, StringComparison.Ordinal);
        Assert.Empty(result.Lines);
    }

    [Fact]
    public void Program_is_told_in_one_problem()
    {
        byte[] bytes = [.. Enumerable.Range(0, 3000).Select(number => (byte)(number * 7))];

        Assert.Single(SeedParser.Parse(bytes).Problems);
        Assert.Equal("TS003", Assert.Single(SeedParser.Parse(bytes.AsSpan(0, 3).ToArray()).Problems).Code);
    }

    [Theory]
    [InlineData("a\0b\0", 1, 2)]
    [InlineData("\uFEFF\0", 1, 1)]
    [InlineData("a\r\nb\rcd\0", 3, 3)]
    public void First_nul_has_its_place(string text, int line, int column)
    {
        var problem = Assert.Single(SeedParser.Parse(text).Problems);
        Assert.Equal(("TS003", line, column), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Nul_is_an_error() => Assert.Equal(["TS003"], Codes(Header + "Summary\na\0b"));

    [Fact]
    public void More_than_256_KB_is_not_read() => Assert.Equal(["TS001"], Codes(new string('a', SeedParser.MaxBytes + 1)));

    [Fact]
    public void More_than_10000_lines_are_not_read() => Assert.Equal(["TS005"], Codes(new string('\n', SeedParser.MaxLines + 1)));

    [Fact]
    public void Text_of_more_than_8_KB_is_an_error() => Assert.Equal(["TS023"], Codes(Header + "Summary\n" + new string('a', 8193)));

    [Fact]
    public void Message_never_tells_a_contact_detail()
    {
        var result = SeedParser.Parse("A title\nNCT ID jane@example.org\nFirst seen 212-555-0123\nMore: jane@example.org\nDisclaimer\nAsk jane@example.org");

        Assert.Equal(4, result.Problems.Count);
        Assert.All(result.Problems, problem => Assert.False(ContactDetails.AppearIn(problem.Message)));
    }

    private static IEnumerable<string> Codes(string text) => SeedParser.Parse(Encoding.UTF8.GetBytes(text)).Problems.Select(problem => problem.Code);
}
