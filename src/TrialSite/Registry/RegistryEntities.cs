using System.Net;

namespace TrialSite.Registry;

/// <summary>Entities of HTML in the registry's texts; some were encoded twice (<c>&amp;amp;gt;</c>, NCT05960708).</summary>
internal static class RegistryEntities
{
    private const int MostTimes = 3;

    public static string Decode(string text)
    {
        // A registrant's software wrote titles in capitals and with them the entity (NCT06649643).
        text = text.Replace("&Amp;", "&amp;", StringComparison.Ordinal);
        for (var times = 0; times < MostTimes && text.Contains('&', StringComparison.Ordinal); times++)
            text = WebUtility.HtmlDecode(text);
        return text;
    }
}
