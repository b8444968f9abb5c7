using System.Globalization;

namespace TrialSite.Seeds;

/// <summary>A day as a seed writes it.</summary>
internal static class SeedDate
{
    public const string Expected = "Jun 27, 2026 or 2026-06-27";

    private static readonly string[] Forms = ["MMM d, yyyy", "MMMM d, yyyy", "yyyy-MM-dd"];

    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Write(DateOnly date) => date.ToString(Forms[0], CultureInfo.InvariantCulture);
}
