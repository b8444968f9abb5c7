namespace TrialSite.Tests.Alerts;

/// <summary>A site in Production that sends to a recording mail server.</summary>
internal static class SmtpSettings
{
    public static IReadOnlyList<(string Name, string Value)> Of(RecordingMailServer server, params IEnumerable<(string Name, string Value)> more) =>
    [
        ("Site:PublicBaseUrl", "https://trials.example.org"),
        ("Mail:Transport", "smtp"),
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", $"{server.Port}"),
        .. more,
    ];
}
