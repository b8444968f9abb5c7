using Microsoft.Extensions.Primitives;

namespace TrialSite.Web.Kept;

/// <summary>The forms in which a page is sent.</summary>
internal enum PageForm
{
    Plain,
    Gzip,
    Brotli,
}

internal static class AcceptedForm
{
    /// <summary>The form that the visitor likes best, the smallest of those liked equally; plain when none is named.</summary>
    public static PageForm Of(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0)
            return PageForm.Plain;
        double? brotli = null, gzip = null, plain = null, others = null;
        foreach (var value in acceptEncoding)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var part = value.AsSpan()[range];
                var end = part.IndexOf(';');
                var name = (end < 0 ? part : part[..end]).Trim();
                var weight = end < 0 ? 1 : WeightOf(part[(end + 1)..].Trim());
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    brotli = weight;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
                    gzip = weight;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                    plain = weight;
                else if (name is "*")
                    others = weight;
            }
        }
        var (best, form) = (0d, PageForm.Plain);
        Offer(brotli ?? others ?? 0, PageForm.Brotli);
        Offer(gzip ?? others ?? 0, PageForm.Gzip);
        Offer(plain ?? 0, PageForm.Plain);
        return form;

        void Offer(double weight, PageForm offered)
        {
            if (weight > best)
                (best, form) = (weight, offered);
        }
    }

    /// <summary>What cannot be read counts as refused: plain is understood by all.</summary>
    private static double WeightOf(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var weight)
        && weight <= 1 ? weight : 0;
}
