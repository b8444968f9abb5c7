namespace TrialSite.Registry;

/// <summary>The registry's words for what is expected and for what happened: ESTIMATED and ACTUAL.</summary>
internal static class PlannedOrActual
{
    private const string Actual = "ACTUAL";
    private const string Planned = "ESTIMATED";

    public static bool? Read(string? word) => word switch
    {
        Actual => true,
        Planned => false,
        _ => null,
    };

    /// <summary>A value with its word, as a change is stored: <c>2026-03 ESTIMATED</c>; alone when the record does not say.</summary>
    public static string Beside(string value, bool? isActual) => isActual switch
    {
        true => $"{value} {Actual}",
        false => $"{value} {Planned}",
        null => value,
    };

    /// <summary>The two parts of what <see cref="Beside"/> made.</summary>
    public static (string Value, bool? IsActual) Apart(string text) => text.Split(' ') is [var value, var word] ? (value, Read(word)) : (text, null);
}
