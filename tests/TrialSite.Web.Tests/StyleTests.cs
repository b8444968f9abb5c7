using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace TrialSite.Web.Tests;

/// <summary>The look as figures: the contrast of its colours in light and dark, and what it costs to load.</summary>
public sealed partial class StyleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "TrialSite.Web", "wwwroot");
    private static readonly string Style = File.ReadAllText(Path.Combine(Folder, "site.css"));
    private static readonly Dictionary<string, string[]> Colours = Tokens().Matches(Style).ToDictionary(token => token.Groups[1].Value, token => new[] { token.Groups[2].Value, token.Groups[3].Value });

    private static readonly string[] Grounds = ["paper", "surface", "tint"];

    public static TheoryData<string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string>
            {
                { "open-ink", "open-fill" }, { "care-ink", "care-fill" }, { "calm-ink", "calm-fill" }, { "wrong-ink", "wrong-fill" },
                { "on-brand", "brand" }, { "on-brand", "brand-deep" }, { "foot-ink", "foot-fill" },
            };
            foreach (var ink in new[] { "ink", "quiet", "link", "brand", "brand-deep", "wrong-ink" })
            {
                foreach (var ground in Grounds)
                    words.Add(ink, ground);
            }
            return words;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_stand_out_seven_to_one_in_light_and_dark(string ink, string ground) =>
        Assert.All([0, 1], scheme => Assert.True(Contrast(ink, ground, scheme) >= 7, $"{ink} on {ground}: {Contrast(ink, ground, scheme):0.00}"));

    [Fact]
    public void The_edges_of_fields_stand_out_three_to_one() =>
        Assert.All(Grounds, ground => Assert.All([0, 1], scheme => Assert.True(Contrast("edge", ground, scheme) >= 3)));

    [Theory]
    [InlineData("paper"), InlineData("surface"), InlineData("tint"), InlineData("brand"), InlineData("foot-fill"), InlineData("care-fill"), InlineData("wrong-fill")]
    public void One_of_the_two_tones_of_the_focus_ring_stands_out_on_every_ground(string ground) =>
        Assert.All([0, 1], scheme => Assert.True(Math.Max(Contrast("ink", ground, scheme), Contrast("surface", ground, scheme)) >= 3));

    [Fact]
    public void Every_colour_of_the_screen_has_a_light_and_a_dark_side() => Assert.DoesNotContain(
        Style[..Style.IndexOf("@layer print {", StringComparison.Ordinal)].Split('\n'),
        line => Hex().IsMatch(line) && !line.Contains("light-dark(", StringComparison.Ordinal));

    [Theory]
    [InlineData("*.css", 10_000)]
    [InlineData("*.js", 6_000)]
    public void It_is_small(string files, int most)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(Folder, files))
                brotli.Write(File.ReadAllBytes(file));
        }
        Assert.InRange(packed.Length, 1, most);
    }

    [Fact]
    public void Scripts_make_no_markup_out_of_text_and_set_no_cookie() => Assert.All(Directory.GetFiles(Folder, "*.js"), file =>
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|document\.cookie|eval\(|new Function", File.ReadAllText(file)));

    [Fact]
    public void Scripts_send_no_form_lead_nowhere_and_listen_to_no_key() => Assert.All(Directory.GetFiles(Folder, "*.js"), file =>
        Assert.DoesNotMatch(@"submit\(|requestSubmit|location\s*=|location\.(assign|replace|href\s*=)|'(change|focus|blur|key\w+|pointer\w+|mouse\w+|touch\w+|drag\w*|device\w+)'", File.ReadAllText(file)));

    [Fact]
    public void Nothing_moves_by_itself_and_nothing_appears_on_hover()
    {
        Assert.DoesNotMatch("@keyframes|animation", Style);
        Assert.All(Hovers().Matches(Style), rule => Assert.DoesNotMatch("display|visibility|opacity|content:|clip|position|inset|size", rule.Value));
    }

    private static double Contrast(string one, string other, int scheme)
    {
        var (a, b) = (Luminance(Colours[one][scheme]), Luminance(Colours[other][scheme]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>As WCAG 2.2 defines it.</summary>
    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        return 0.2126 * Part(0) + 0.7152 * Part(2) + 0.0722 * Part(4);

        double Part(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\);", RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();

    [GeneratedRegex(@":hover[^{]*\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hovers();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();
}
