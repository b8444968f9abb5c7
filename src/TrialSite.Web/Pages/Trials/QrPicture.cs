using System.Globalization;
using System.Text;
using QRCoder;

namespace TrialSite.Web.Pages.Trials;

/// <summary>A QR code as the data of one SVG path: a line for each run of dark squares, each told from the end of the one before, which packs to half.</summary>
/// <param name="Size">Squares on each side, with the blank ones around that a camera needs.</param>
/// <param name="Data">The path.</param>
public sealed record QrPicture(int Size, string Data)
{
    /// <summary>Readable with 15 % of it lost: sheets for a doctor are copied and folded.</summary>
    private const QRCodeGenerator.ECCLevel Level = QRCodeGenerator.ECCLevel.M;

    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, Level);
        var rows = code.ModuleMatrix;
        var data = new StringBuilder();
        var (atX, atY) = (0, 0);
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                    continue;
                var start = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                data.Append(CultureInfo.InvariantCulture, $"m{start - atX} {y - atY}h{x - start}");
                (atX, atY) = (x, y);
            }
        }
        return new(rows.Count, data.ToString());
    }
}
