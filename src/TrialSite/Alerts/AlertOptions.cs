using System.Globalization;

namespace TrialSite.Alerts;

/// <summary>The settings under <c>Alerts</c>: when mails are made, what is held back, how long things are kept.</summary>
public sealed class AlertOptions
{
    /// <summary>An alert waits until nothing new came for that long, at most an hour.</summary>
    public int QuietMinutes { get; set; } = 15;

    /// <summary>When daily mails are made, and on Mondays weekly ones.</summary>
    public string DigestTime { get; set; } = "08:00";
    public string TimeZone { get; set; } = "UTC";

    /// <summary>An import with more changes than this, and than <see cref="HoldAbovePercent"/> of the catalogue, waits for an editor.</summary>
    public int HoldAboveChanges { get; set; } = 500;
    public int HoldAbovePercent { get; set; } = 2;

    /// <summary>So does one that would mail more people than this.</summary>
    public int HoldAbovePeople { get; set; } = 20_000;

    public int MostTopics { get; set; } = 100;
    public int ConfirmDays { get; set; } = 7;
    public int ManageMinutes { get; set; } = 30;

    /// <summary>Sign-ups from one address block: beyond that nothing is sent, and the answer is the same.</summary>
    public int SignUpsPer10Minutes { get; set; } = 10;
    public int SignUpsPerHour { get; set; } = 30;
    public int SignUpsPerDay { get; set; } = 100;

    /// <summary>Confirmation and management mails to one mailbox.</summary>
    public int MailsPer10Minutes { get; set; } = 1;
    public int MailsPerHour { get; set; } = 3;
    public int MailsPerDay { get; set; } = 5;
    public int MailsPer30Days { get; set; } = 10;

    public int KeepUnconfirmedDays { get; set; } = 7;
    public int KeepSentDays { get; set; } = 30;
    public int KeepFailedDays { get; set; } = 90;
    public int KeepEndedDays { get; set; } = 28;
    public int KeepConsentYears { get; set; } = 3;
    public int SuppressMonths { get; set; } = 12;

    public TimeOnly DigestHour => TimeOnly.ParseExact(DigestTime, "HH:mm", CultureInfo.InvariantCulture);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>What is wrong with the settings and how to mend it; null when they are right.</summary>
    public string? Fault()
    {
        if (!TimeOnly.TryParseExact(DigestTime, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return "Alerts:DigestTime must be a time like 08:00.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            return "Alerts:TimeZone must be the name of a time zone, for example Europe/Oslo.";
        if (QuietMinutes is < 0 or > 60)
            return "Alerts:QuietMinutes must be a number from 0 to 60.";
        if (typeof(AlertOptions).GetProperties().FirstOrDefault(setting => setting.GetValue(this) is < 0) is { } negative)
            return $"Alerts:{negative.Name} must not be below 0.";
        return null;
    }
}
