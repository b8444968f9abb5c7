using Microsoft.AspNetCore.Razor.TagHelpers;
using TrialSite.Trials;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;marked words="difference.Words" /&gt;</c>: a text with its removed and added words marked, and said for those who do not see the marks.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTagHelper : TagHelper
{
    public required IReadOnlyList<MarkedWords> Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lines");
        foreach (var words in Words)
            output.Content.AppendHtml(Opening(words.Mark)).Append(words.Text).AppendHtml(Closing(words.Mark)).Append(" ");
    }

    private static string Opening(WordMark mark) => mark switch
    {
        WordMark.Removed => "<del><span class=\"unseen\">removed: </span>",
        WordMark.Added => "<ins><span class=\"unseen\">added: </span>",
        _ => "",
    };

    private static string Closing(WordMark mark) => mark switch
    {
        WordMark.Removed => "</del>",
        WordMark.Added => "</ins>",
        _ => "",
    };
}
