using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;time day="@trial.FirstSeen" /&gt;</c>: a day as seeds write it, Jun 27, 2026.</summary>
[HtmlTargetElement("time", Attributes = "day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper : TagHelper
{
    public DateOnly Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(Day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture));
    }
}
