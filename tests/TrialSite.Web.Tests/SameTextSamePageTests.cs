using System.Text;

namespace TrialSite.Web.Tests;

/// <summary>How a file spells its line ends and blanks makes no difference to the page.</summary>
public sealed class SameTextSamePageTests
{
    public static TheoryData<string, Func<string, string>> Variants => new()
    {
        { "CRLF", text => text.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "CR", text => text.Replace('\n', '\r') },
        { "byte order mark", text => "\uFEFF" + text },
        { "no-break spaces", text => text.Replace(' ', '\u00A0') },
        { "narrow no-break spaces", text => text.Replace(' ', '\u202F') },
        { "blanks at line ends", text => text.Replace("\n", "  \t\n", StringComparison.Ordinal) },
        { "repeated blank lines", text => text.Replace("\n\n", "\n\n\n\n", StringComparison.Ordinal) },
        { "blank lines of blanks", text => text.Replace("\n\n", "\n   \n", StringComparison.Ordinal) },
        { "a final newline", text => text + "\n" },
        { "many final newlines", text => text + "\n\n\n\n" },
        { "blank lines on top", text => "\n\n" + text },
        { "all at once", text => "\uFEFF\r\n" + text.Replace("\n", " \r\n", StringComparison.Ordinal).Replace("  •", "\u00A0 •", StringComparison.Ordinal) + "\r\n" },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_variant_of_the_bytes_gives_the_identical_page(string name, Func<string, string> vary)
    {
        var text = await File.ReadAllTextAsync(Repository.UserSeed);
        var varied = vary(text);
        Assert.NotEqual(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(varied));
        Assert.True(await PageOf(text) == await PageOf(varied), name);
    }

    private static async Task<string> PageOf(string text)
    {
        await using var site = new SiteFixture();
        await File.WriteAllTextAsync(Path.Combine(site.SeedsFolder, "NCT06904755.txt"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var visitor = site.Visitor();
        return await visitor.GetStringAsync("/trials/NCT06904755");
    }
}
