using System.Globalization;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class FreshnessTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("RECRUITING", "2025-11", false)]
    [InlineData("RECRUITING", "2025-10", true)]
    [InlineData("NOT_YET_RECRUITING", "2025-11-21", true)]
    [InlineData("SUSPENDED", "2010-09", true)]
    [InlineData("AVAILABLE", "2024-01", true)]
    [InlineData("COMPLETED", "2010-09", false)]
    [InlineData("WITHDRAWN", "2010-09", false)]
    public void A_status_that_can_change_is_old_after_12_months(string status, string confirmed, bool isOld) =>
        Assert.Equal(isOld, Freshness.Of(Record(status, confirmed), Today).IsOld);

    [Theory]
    [InlineData("RECRUITING", "2025-03", "2025-12", "2027-04-01")]
    [InlineData("RECRUITING", "2025-03-10", null, "2027-03-11")]
    [InlineData("ACTIVE_NOT_RECRUITING", "2025-03", "2044-06", "2044-07-01")]
    [InlineData("COMPLETED", "2025-03", "2025-12", null)]
    [InlineData("SUSPENDED", "2025-03", "2025-12", null)]
    [InlineData("RECRUITING", null, "2025-12", null)]
    public void The_registry_waits_2_years_and_for_the_planned_end(string status, string? confirmed, string? end, string? unknownFrom) =>
        Assert.Equal(Date(unknownFrom)?.First, Freshness.Of(Record(status, confirmed, end), Today).UnknownFrom);

    [Theory]
    [InlineData("2026-11", "this month")]
    [InlineData("2026-12", "this month")]
    [InlineData("2026-10", "1 month ago")]
    [InlineData("2026-10-23", "this month")]
    [InlineData("2025-08", "15 months ago")]
    [InlineData("2024-11", "2 years ago")]
    [InlineData("2023-02", "more than 3 years ago")]
    public void How_long_ago_is_said_in_words(string date, string words) => Assert.Equal(words, Freshness.Ago(Date(date)!.Value, Today));

    /// <summary>Both halves of the registry's rule show in its records: none is unknown that was confirmed lately or is planned to go on.</summary>
    [SharedDataFact]
    public void The_rule_explains_every_unknown_status_of_the_real_records()
    {
        var checkedRecords = 0;
        foreach (var (json, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            if (record is not { StatusWord: "UNKNOWN", StatusVerified: not null, LastKnownStatusWord: not null } || !json.TryGetProperty("derivedSection", out var derived) || !derived.TryGetProperty("miscInfoModule", out var misc))
                continue;
            checkedRecords++;
            var asOf = DateOnly.ParseExact(misc.GetProperty("versionHolder").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.True(Freshness.Of(record with { StatusWord = record.LastKnownStatusWord }, asOf).UnknownFrom <= asOf.AddMonths(1), record.NctId.Value);
        }
        Assert.InRange(checkedRecords, 200, int.MaxValue);
    }

    private static RegistryRecord Record(string status, string? confirmed, string? end = null) =>
        TestStudy.Record() with { StatusWord = status, StatusVerified = Date(confirmed), Completion = Date(end) is { } date ? new(date, false) : null };

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
