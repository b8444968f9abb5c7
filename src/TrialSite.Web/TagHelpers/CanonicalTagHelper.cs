using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;canonical path="@Links.Trials" /&gt;</c>: the page's one address, on the host that the settings name.</summary>
[HtmlTargetElement("canonical", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CanonicalTagHelper(SiteOptions site) : TagHelper
{
    public required string Path { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "link";
        output.Attributes.SetAttribute("rel", "canonical");
        output.Attributes.SetAttribute("href", site.PublicBaseUrl + Path);
    }
}
