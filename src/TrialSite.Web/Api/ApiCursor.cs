using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TrialSite.Search;

namespace TrialSite.Web.Api;

/// <summary>Where a list goes on; what it holds is nobody's business but ours.</summary>
internal static class ApiCursor
{
    private const char Behind = 'b';
    private const char Page = 'p';
    private const int LongestCursor = 300;

    public static string OfPage(int page) => Write(Page, page.ToString(CultureInfo.InvariantCulture));

    public static string Of(ListCursor cursor) => Write(Behind, cursor.ToString());

    public static string Of(string slug) => Write(Behind, slug);

    public static int? ReadPage(string? cursor) =>
        int.TryParse(Read(Page, cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and <= TrialQuery.LastPage ? page : null;

    public static ListCursor? ReadList(string? cursor) => ListCursor.Parse(Read(Behind, cursor));

    public static string? ReadSlug(string? cursor) => Read(Behind, cursor);

    private static string Write(char kind, string where) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(kind + where));

    private static string? Read(char kind, string? cursor) =>
        cursor is { Length: > 0 and <= LongestCursor } && Base64Url.IsValid(cursor) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) is var text && text[0] == kind ? text[1..] : null;
}
