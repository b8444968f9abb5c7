namespace TrialSite.Alerts;

/// <summary>When to try again: soon at first, then ever later, and never all at the same moment.</summary>
internal static class RetryTimes
{
    private static readonly TimeSpan[] AfterRefusal =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan[] OfHost =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(15)];

    /// <summary>How long a mail waits that was refused for now so many times; null: it was tried often enough.</summary>
    public static TimeSpan? OfMail(int refusals, Random random) => refusals <= AfterRefusal.Length ? Spread(AfterRefusal[refusals - 1], random) : null;

    /// <summary>How long a mail server is left alone that could not take any mail so many times in a row.</summary>
    public static TimeSpan OfServer(int failures, Random random) => Spread(OfHost[Math.Min(failures, OfHost.Length) - 1], random);

    /// <summary>Up to a fifth longer.</summary>
    private static TimeSpan Spread(TimeSpan time, Random random) => time * (1 + random.NextDouble() / 5);
}
