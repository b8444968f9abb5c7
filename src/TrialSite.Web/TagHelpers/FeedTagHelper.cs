using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;feed path="@Links.SiteFeed" title="New and changed trials" /&gt;</c>: where a feed reader finds what the page tells.</summary>
[HtmlTargetElement("feed", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FeedTagHelper : TagHelper
{
    public required string Path { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "link";
        output.Attributes.SetAttribute("rel", "alternate");
        output.Attributes.SetAttribute("type", "application/atom+xml");
        output.Attributes.SetAttribute("href", Path);
    }
}
