namespace TrialSite.Alerts;

/// <summary>When what is found now is due: at once means after the quiet minutes, else with the next digest in the site's time zone.</summary>
public sealed class DigestClock(AlertOptions alerts)
{
    public DateTimeOffset Due(AlertFrequency frequency, DateTimeOffset now) => frequency switch
    {
        AlertFrequency.AtOnce => now.ToUniversalTime().AddMinutes(alerts.QuietMinutes),
        AlertFrequency.Daily => NextDigest(now, _ => true),
        _ => NextDigest(now, day => day.DayOfWeek == DayOfWeek.Monday),
    };

    private DateTimeOffset NextDigest(DateTimeOffset now, Func<DateOnly, bool> isDigestDay)
    {
        var zone = alerts.Zone;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (!isDigestDay(day) || DigestOn(day, zone) <= now)
            day = day.AddDays(1);
        return DigestOn(day, zone);
    }

    /// <summary>A time that the clocks skip that day: the first after it. One that comes twice: the first of the two.</summary>
    private DateTimeOffset DigestOn(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(alerts.DigestHour);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
