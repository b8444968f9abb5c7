using Microsoft.Playwright;

namespace TrialSite.BrowserTests;

/// <summary>How a page is shown: its width and its colours. One load of a page serves all of them.</summary>
internal sealed record Look(int Width, string Colours)
{
    private static readonly int[] Widths = [320, 768, 1280];
    private static readonly string[] Colourings = ["light", "dark", "forced"];

    public static readonly IReadOnlyList<Look> All = [.. from colours in Colourings from width in Widths select new Look(width, colours)];

    public async Task Show(IPage page)
    {
        await page.SetViewportSizeAsync(Width, 800);
        await page.EmulateMediaAsync(new()
        {
            ColorScheme = Colours == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = Colours == "forced" ? ForcedColors.Active : ForcedColors.None,
            // A colour on its way to another is neither.
            ReducedMotion = ReducedMotion.Reduce,
        });
    }

    public override string ToString() => $"{Width} px {Colours}";
}
