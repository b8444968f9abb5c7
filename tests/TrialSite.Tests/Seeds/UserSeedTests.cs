using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>The seed that the user gave, row by row of the page.</summary>
public sealed class UserSeedTests
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Repository.UserSeedPath);
    private static readonly string Text = Encoding.UTF8.GetString(Bytes);

    [Fact]
    public void Every_row_is_read()
    {
        var document = SeedParser.Parse(Bytes).Document;

        Assert.Equal("Stem cell blood filter tested for liver failure", document.Title);
        Assert.Equal("NCT06904755", document.NctId);
        Assert.Equal(new DateOnly(2026, 6, 27), document.FirstSeen);
        Assert.Equal(new DateOnly(2026, 6, 27), document.LastUpdated);
        Assert.StartsWith("This early study tests whether", document.Summary, StringComparison.Ordinal);
        Assert.EndsWith("do not enter the patient.", document.Summary, StringComparison.Ordinal);
        var read = Assert.IsType<SeedPlainLanguageRead>(document.PlainLanguageRead);
        Assert.Equal("mesenchymal stem cells (used outside the body in a blood purification device)", read.ActiveSubstance);
        Assert.StartsWith("If it works,", read.CouldLeadTo, StringComparison.Ordinal);
        Assert.StartsWith("This is a very early Phase 1 trial with only 10 people,", read.CouldGoWrong, StringComparison.Ordinal);
        Assert.Equal(["acute liver failure", "liver failure"], document.Conditions);
        Assert.Empty(document.RegistrantConditions);
        Assert.Equal([new SeedContact("Contact", true, true)], document.Contacts);
        Assert.Equal(
            [new SeedLocation
            {
                Name = "Zhujiang hospital",
                Status = "RECRUITING",
                City = "Guangzhou",
                State = "Guangdong",
                PostalCode = "510000",
                Country = "China",
                Contacts = [new SeedContact("Contact", true, true)],
            }],
            document.Locations);
    }

    [Fact]
    public void There_is_no_problem_and_no_line_without_a_use()
    {
        var result = SeedParser.Parse(Bytes);

        Assert.Empty(result.Problems);
        Assert.Equal(Text.Split('\n').Length, result.Lines.Count);
        Assert.Equal(14 + 6, result.Lines.Count(use => use == SeedLineUse.Boilerplate));
        Assert.DoesNotContain(SeedLineUse.Problem, result.Lines);
    }

    public static TheoryData<string, byte[]> ByteLevelVariants => new()
    {
        { "CRLF", Encoding.UTF8.GetBytes(Text.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "CR", Encoding.UTF8.GetBytes(Text.Replace('\n', '\r')) },
        { "byte order mark", [0xEF, 0xBB, 0xBF, .. Bytes] },
        { "final newline", Encoding.UTF8.GetBytes(Text + "\n") },
        { "blanks and lines at the end", Encoding.UTF8.GetBytes(Text + "  \n \n\n\t\n") },
        { "blank lines at the start", Encoding.UTF8.GetBytes("\n \n" + Text) },
        { "trailing blanks and tabs", Encoding.UTF8.GetBytes(Text.Replace("\n", "  \t\n", StringComparison.Ordinal)) },
        { "no-break spaces", Encoding.UTF8.GetBytes(Text.Replace(' ', '\u00A0')) },
        { "narrow and ideographic spaces", Encoding.UTF8.GetBytes(Text.Replace("First seen ", "First\u202Fseen\u3000", StringComparison.Ordinal)) },
        { "repeated blank lines", Encoding.UTF8.GetBytes(Text.Replace("\n\n", "\n\n\n\n", StringComparison.Ordinal)) },
        { "no blank lines", Encoding.UTF8.GetBytes(Text.Replace("\n\n", "\n", StringComparison.Ordinal)) },
        { "everything indented, with tabs before the places", Encoding.UTF8.GetBytes("  " + Text.Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\n      ", "\n\t", StringComparison.Ordinal)) },
    };

    [Theory]
    [MemberData(nameof(ByteLevelVariants))]
    public void Bytes_that_show_the_same_read_the_same(string variant, byte[] bytes)
    {
        Assert.NotEmpty(variant);
        Assert.NotEqual(Bytes, bytes);
        var result = SeedParser.Parse(bytes);

        Assert.Equal(SeedParser.Parse(Bytes).Document, result.Document);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void It_is_written_as_it_was_given_but_for_the_scars_of_copying()
    {
        var written = SeedWriter.Write(SeedParser.Parse(Bytes).Document);

        var given = Text
            .Replace("study .", "study.", StringComparison.Ordinal)
            .Replace("acute liver failure liver failure", "acute liver failure\nliver failure", StringComparison.Ordinal)
            .Replace("•••••@••••••", "•••••@•••••", StringComparison.Ordinal);
        Assert.Equal(given, written);
    }
}
