using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

/// <summary>Whatever a text holds, its HTML holds only a few harmless elements.</summary>
public sealed class SafeMarkdownTests
{
    private static readonly HashSet<string> AllowedElements =
        ["p", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h4", "h5", "h6", "hr", "br", "a"];

    [Theory]
    [InlineData("plain", "<p>plain</p>")]
    [InlineData("*so* **very** `it`", "<p><em>so</em> <strong>very</strong> <code>it</code></p>")]
    [InlineData("one\n\ntwo", "<p>one</p>\n<p>two</p>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("# Most\n###### least", "<h4>Most</h4>\n<h6>least</h6>")]
    [InlineData("[the record](https://clinicaltrials.gov/study/NCT06904755)", "<p><a href=\"https://clinicaltrials.gov/study/NCT06904755\">the record</a></p>")]
    [InlineData("[plain](http://example.org/)", "<p><a href=\"http://example.org/\">plain</a></p>")]
    [InlineData("[the record][1]\n\n[1]: https://example.org/a", "<p><a href=\"https://example.org/a\">the record</a></p>")]
    [InlineData("[*the* record](https://example.org/a \"a title\")", "<p><a href=\"https://example.org/a\"><em>the</em> record</a></p>")]
    [InlineData("an [](https://example.org/)empty link", "<p>an empty link</p>")]
    [InlineData("an [&nbsp;](https://example.org/)invisible link", "<p>an invisible link</p>")]
    [InlineData("[![](https://example.org/a.png)](https://example.org/)no picture", "<p>no picture</p>")]
    [InlineData("[`code`](https://example.org/)", "<p><a href=\"https://example.org/\"><code>code</code></a></p>")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>")]
    [InlineData("", "")]
    public void Markdown_becomes_html(string markdown, string html) => Assert.Equal(html, SafeMarkdown.ToHtml(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<script\n>alert(1)</script\n>")]
    [InlineData("</p><script>alert(1)</script><p>")]
    [InlineData("text <script>alert(1)</script> text")]
    [InlineData("- <script>alert(1)</script>")]
    [InlineData("> <script>alert(1)</script>")]
    [InlineData("# <script>alert(1)</script>")]
    [InlineData("`</code><script>alert(1)</script>`")]
    [InlineData("```\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("```\"onmouseover=alert(1)\ncode\n```")]
    [InlineData("```js\" onclick=\"alert(1)\ncode\n```")]
    [InlineData("    </pre><script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<svg><script>alert&#40;1)</script></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>")]
    [InlineData("<object data=\"data:text/html,<script>alert(1)</script>\"></object>")]
    [InlineData("<style>*{background:url(//evil.example)}</style>")]
    [InlineData("<link rel=stylesheet href=//evil.example/x.css>")]
    [InlineData("<base href=//evil.example/>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=//evil.example\">")]
    [InlineData("<form action=//evil.example><input name=q></form>")]
    [InlineData("<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>")]
    [InlineData("<!-- --><script>alert(1)</script>")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?php alert(1) ?>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&#60;script&#62;alert(1)&#60;/script&#62;")]
    [InlineData("\\<script\\>alert(1)\\</script\\>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](java&NewLine;script:alert(1))")]
    [InlineData("[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61)")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](\\javascript:alert(1))")]
    [InlineData("[x](java\\script:alert(1))")]
    [InlineData("[x](javascript://example.org/%0Aalert(1))")]
    [InlineData("[x]( javascript:alert(1) \"title\")")]
    [InlineData("[x](< javascript:alert(1)>)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[x](data:image/svg+xml,<svg onload=alert(1)>)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](ftp://example.org/)")]
    [InlineData("[x](tel:+4712345678)")]
    [InlineData("[x](blob:https://example.org/1)")]
    [InlineData("[x](view-source:javascript:alert(1))")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/follow/stop/all)")]
    [InlineData("[x](#top)")]
    [InlineData("[x](?q=1)")]
    [InlineData("[x](https:evil.example)")]
    [InlineData("[x](https://example.org/\"onmouseover=\"alert(1))")]
    [InlineData("[x](https://example.org/ \"\\\" onmouseover=alert(1) \\\"\")")]
    [InlineData("[x](https://example.org/ '\" onfocus=alert(1) x=\"')")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("[x]\n\n[x]: JAVASCRIPT:alert(1) \"title\"")]
    [InlineData("[x][]\n\n[x]: <data:text/html,1>")]
    [InlineData("![x](https://evil.example/pixel.gif)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x][y]\n\n[y]: https://evil.example/pixel.gif")]
    [InlineData("[![x](https://evil.example/a.gif)](javascript:alert(1))")]
    [InlineData("![[x](javascript:alert(1))](https://evil.example/a.gif)")]
    [InlineData("[a [b](javascript:alert(1)) c](https://example.org)")]
    [InlineData("![a ![b ![c](x:y)](x:y)](x:y)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<https://example.org/a>")]
    [InlineData("<data:text/html,1>")]
    [InlineData("<reader@example.org>")]
    [InlineData("{onclick=alert(1)} text")]
    [InlineData("# heading {#id .class onclick=alert(1)}")]
    [InlineData("[x](https://example.org){onclick=alert(1)}")]
    [InlineData("::: warning\ntext\n:::")]
    [InlineData("[^1]\n\n[^1]: <script>alert(1)</script>")]
    [InlineData("|a|b|\n|-|-|\n|<script>|x|")]
    [InlineData("$$<script>alert(1)</script>$$")]
    [InlineData("<<script>alert(1)//<</script>")]
    [InlineData("\0<script>alert(1)</script>")]
    [InlineData("\u202E<script>alert(1)</script>")]
    [InlineData("＜script＞alert(1)＜/script＞")]
    [InlineData("[x](https://example.org/\u202Egpj.exe)")]
    public void An_attack_becomes_harmless_text(string markdown) => AssertHarmless(SafeMarkdown.ToHtml(markdown));

    [Fact]
    public void Random_markdown_becomes_harmless()
    {
        var pieces = Gen.OneOf("<script>", "</script>", "<img src=x onerror=y>", "[", "]", "(", ")", "](", "![", "javascript:", "https://a.example", "\"", "'", "<", ">", "&", "&#58;", "*", "_", "`", "```", "\n", "\n\n", " ", "    ", "\\", "- ", "1. ", "> ", "# ", "[x]: ", "data:", "on=x", "\t", "word");
        pieces.Array[1, 30].Select(string.Concat).Sample(markdown => AssertHarmless(SafeMarkdown.ToHtml(markdown)), iter: 3000);
    }

    public static TheoryData<string> Floods =>
    [
        "[a](",
        "[",
        "![",
        "[a](b",
        "[]",
        "[a]: b\n",
        "> ",
        ">",
        "- ",
        "1. ",
        "  - a\n",
        "*a ",
        "*a_b ",
        "**",
        "_*",
        "`a``",
        "<a ",
        "<",
        "&#",
        "\\",
        "#",
        "<!--",
        "a\n---\n",
        "[a](<b",
        "<http://a",
        "\"'",
    ];

    [Theory]
    [MemberData(nameof(Floods))]
    public void Eight_kilobytes_of_one_thing_are_rendered_at_once_and_harmless(string flood)
    {
        var markdown = string.Concat(Enumerable.Repeat(flood, 8 * 1024 / flood.Length));
        var start = Stopwatch.GetTimestamp();

        var html = SafeMarkdown.ToHtml(markdown);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), $"{Stopwatch.GetElapsedTime(start)} for {flood}");
        AssertHarmless(html);
    }

    [Fact]
    public void Nested_lists_and_quotes_are_rendered_at_any_depth()
    {
        var markdown = string.Join('\n', Enumerable.Range(0, 80).Select(depth => new string(' ', 2 * depth) + "- a"));

        AssertHarmless(SafeMarkdown.ToHtml(markdown));
        AssertHarmless(SafeMarkdown.ToHtml(string.Concat(Enumerable.Repeat("> - ", 500)) + "a"));
    }

    [Theory]
    [InlineData("Write to jane&#64;hospital.org.")]
    [InlineData("Write to jane&commat;hospital.org.")]
    [InlineData("Write to jane\\@hospital\\.org.")]
    [InlineData("Write to *jane*@hospital.org.")]
    [InlineData("Write to jane@**hospital.org**.")]
    [InlineData("Write to `jane`@hospital.org.")]
    [InlineData("Write to other&#64;example.org, not to jane&amp;#64;hospital.org.")]
    [InlineData("[Write](mailto:jane@hospital.org)")]
    [InlineData("[Write](mailto:jane%40hospital.org)")]
    [InlineData("[Write](mailto:jane&#64;hospital.org?subject=x)")]
    [InlineData("[Write](https://example.org/?to=jane%40hospital.org)")]
    [InlineData("[Write](https://example.org/ \"jane&#64;hospital.org\")")]
    [InlineData("[Write][1]\n\n[1]: https://example.org/ 'jane\\@hospital.org'")]
    [InlineData("![jane&#64;hospital.org](https://example.org/a.png)")]
    [InlineData("<jane@hospital.org>")]
    [InlineData("<mailto:jane@hospital.org>")]
    public void An_address_in_disguise_does_not_appear(string markdown) => AssertHidden(markdown, "hospital.org", "jane@", "jane%40");

    [Theory]
    [InlineData("Call (555) 201&#45;3456 now.")]
    [InlineData("Call (555) 201\\-3456 now.")]
    [InlineData("Call (555) **201**-3456 now.")]
    [InlineData("Call &#40;555&#41; 201-3456 now.")]
    [InlineData("Call &#43;1 555 201 3456 now.")]
    [InlineData("[Call](https://example.org/ \"(555) 201&#45;3456\")")]
    public void A_phone_number_in_disguise_does_not_appear(string markdown) => AssertHidden(markdown, "3456");

    [Fact]
    public void Text_beside_a_hidden_detail_is_shown_as_it_is()
    {
        var html = SafeMarkdown.ToHtml("First & *foremost*.\n\nWrite to jane&#64;hospital.org about a < b.");

        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
        Assert.Contains("First &amp; <em>foremost</em>.", html, StringComparison.Ordinal);
        Assert.Equal(2, new HtmlParser().ParseDocument(html).QuerySelectorAll("p").Length);
    }

    private static void AssertHidden(string markdown, params string[] secrets)
    {
        var html = SafeMarkdown.ToHtml(markdown);
        AssertHarmless(html);
        var document = new HtmlParser().ParseDocument(html);
        foreach (var shown in new[] { html, document.Body!.TextContent }.Concat(document.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Value)))
            foreach (var secret in secrets)
                Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertHarmless(string html)
    {
        var document = new HtmlParser().ParseDocument($"<body><main>{html}</main></body>");
        Assert.Equal(["HEAD", "BODY"], document.DocumentElement.Children.Select(child => child.TagName));
        Assert.Equal(["MAIN"], document.Body!.Children.Select(child => child.TagName));
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.QuerySelectorAll("main *"))
        {
            Assert.Contains(element.LocalName, AllowedElements);
            foreach (var attribute in element.Attributes)
                Assert.True(IsAllowed(element, attribute), $"{attribute.Name}=\"{attribute.Value}\" on {element.LocalName} in {html}");
        }
    }

    private static bool IsAllowed(IElement element, IAttr attribute) => (element.LocalName, attribute.Name) switch
    {
        ("a", "href") => attribute.Value.StartsWith("https://", StringComparison.Ordinal)
            || attribute.Value.StartsWith("http://", StringComparison.Ordinal)
            || attribute.Value.StartsWith("mailto:", StringComparison.Ordinal),
        ("ol", "start") => int.TryParse(attribute.Value, out _),
        _ => false,
    };
}
