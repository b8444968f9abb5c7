using Microsoft.AspNetCore.Razor.TagHelpers;
using TrialSite.Registry;

namespace TrialSite.Web.TagHelpers;

/// <summary><c>&lt;points of="section.Criteria" /&gt;</c>: paragraphs and lists within lists, numbered as the registrant numbered them.</summary>
[HtmlTargetElement("points", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PointsTagHelper : TagHelper
{
    private const int LongestLabel = 80;

    public required IReadOnlyList<Criterion> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        Write(output.Content, Of);
    }

    private static void Write(TagHelperContent html, IReadOnlyList<Criterion> all)
    {
        IReadOnlyList<Criterion> points = [.. all.Where(point => point is not { Text: "", Inner: [] })]; // Some texts end in a marker with nothing behind it.
        var list = (PointList?)null;
        for (var i = 0; i < points.Count; i++)
        {
            var kind = PointList.Of(points[i].Marker, list);
            if (list?.Tag != kind?.Tag || list?.Type != kind?.Type)
            {
                Close(html, list);
                Open(html, kind);
            }
            if (kind is null)
                WriteParagraph(html, points[i], isLabel: i + 1 < points.Count && points[i + 1].Marker is not null);
            else
                WritePoint(html, points[i], kind, expected: list?.Type == kind.Type ? list?.Number + 1 : 1);
            list = kind;
        }
        Close(html, list);
    }

    private static void Open(TagHelperContent html, PointList? list)
    {
        if (list is not null)
            html.AppendHtml(list.Type is { } type ? $"<{list.Tag} type=\"{type}\">" : $"<{list.Tag}>");
    }

    private static void Close(TagHelperContent html, PointList? list)
    {
        if (list is not null)
            html.AppendHtml($"</{list.Tag}>");
    }

    /// <summary>"Objectives:" before a list is said a little louder.</summary>
    private static void WriteParagraph(TagHelperContent html, Criterion point, bool isLabel)
    {
        var isLoud = isLabel && point.Text.Length <= LongestLabel && point.Text.EndsWith(':');
        html.AppendHtml(isLoud ? "<p class=\"name\">" : "<p>").Append(point.Text).AppendHtml("</p>");
        Write(html, point.Inner);
    }

    private static void WritePoint(TagHelperContent html, Criterion point, PointList list, int? expected)
    {
        html.AppendHtml(list.Number is { } number && number != expected ? $"<li value=\"{number}\">" : "<li>").Append(point.Text);
        Write(html, point.Inner);
        html.AppendHtml("</li>");
    }
}
