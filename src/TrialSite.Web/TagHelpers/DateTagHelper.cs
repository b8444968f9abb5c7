using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrialSite.Registry;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;time date="@record.Start.Date" /&gt;</c>: as precise as the registrant gave it, Jun 27, 2026 or June 2026.</summary>
[HtmlTargetElement("time", Attributes = "date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : TagHelper
{
    public PartialDate Date { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Date.ToString());
        output.Content.SetContent(Date.First.ToString(Date.HasDay ? "MMM d, yyyy" : "MMMM yyyy", CultureInfo.InvariantCulture));
    }
}
