using System.Text.Json;
using System.Text.RegularExpressions;
using TrialSite.Registry;
using TrialSite.Tests.Seeds;
using Xunit.Abstractions;

namespace TrialSite.Tests.Registry;

/// <summary>What real records become.</summary>
public sealed partial class RealRegistryRecordsTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void Every_real_record_is_read_without_a_problem()
    {
        foreach (var file in SharedRecords.Files)
        {
            var readings = RegistryReader.Read(SharedRecords.PathOf(file)).ToBlockingEnumerable().ToList();

            Assert.Empty(readings.Where(reading => !reading.IsRecord).Select(reading => reading.Problem!.ToString()));
            Assert.Equal(SharedRecords.LinesOf(file).Count(), readings.Count);
            Assert.Equal(readings.Count, readings.DistinctBy(reading => reading.SourceHash).Count());
        }
        Assert.Equal(82, SharedRecords.Versions().Sum(versions => versions.Count));
    }

    [SharedDataFact]
    public void Every_field_of_every_real_record_is_what_its_json_says()
    {
        var (records, differences) = (0, new List<string>());
        foreach (var (json, record) in SharedRecords.Files.SelectMany(SharedRecords.Of).Concat(SharedRecords.Versions().SelectMany(versions => versions)))
        {
            records++;
            differences.AddRange(RegistryAudit.Differences(json, record));
        }

        output.WriteLine($"{records} records, {RegistryAudit.Rows.Count} paths, {differences.Count} differences");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
        Assert.Equal(typeof(RegistryRecord).GetProperties().Select(property => property.Name).Order(), RegistryAudit.Rows.Select(row => row.Field).Distinct().Order());
    }

    [SharedDataFact]
    public void Nothing_kept_of_a_real_record_has_an_escape_or_a_tag()
    {
        foreach (var (_, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            foreach (var text in Texts(record))
                Assert.False(Markup().IsMatch(text), $"{record.NctId}: {Markup().Match(text).Value}");
        }
    }

    [SharedDataFact]
    public void Nothing_kept_of_a_real_record_has_a_value_of_its_contacts()
    {
        var values = 0;
        foreach (var (json, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            var kept = string.Join('\n', Texts(record));
            var digits = string.Join('\n', Texts(record).Select(text => Separators().Replace(text, "")));
            foreach (var value in ContactValues(json))
            {
                values++;
                Assert.False(kept.Contains(value, StringComparison.OrdinalIgnoreCase), $"{record.NctId}: {value}");
                var number = Separators().Replace(value, "");
                Assert.False(number.Length >= 9 && number.All(char.IsAsciiDigit) && digits.Contains(number, StringComparison.Ordinal), $"{record.NctId}: {value}");
            }
        }
        output.WriteLine($"{values} values of contacts");
        Assert.InRange(values, 4_000, int.MaxValue);
    }

    [SharedDataFact]
    public void Real_versions_that_differ_in_administrative_dates_alone_have_one_hash()
    {
        var (same, pairs) = (0, 0);
        foreach (var versions in SharedRecords.Versions())
        {
            foreach (var (before, after) in versions.Zip(versions.Skip(1)))
            {
                pairs++;
                var isSame = Seen(before.Json) == Seen(after.Json);
                same += isSame ? 1 : 0;
                Assert.True(isSame == (ContentHash.Of(before.Record) == ContentHash.Of(after.Record)), before.Record.NctId.Value);
            }
        }
        output.WriteLine($"{same} of {pairs} pairs differ in nothing that a reader sees");
        Assert.InRange(same, 1, pairs - 1);

        static string Seen(JsonElement json) => string.Join('\n', RegistryAudit.Rows
            .Where(row => ContentParts.All.Single(part => part.Name == row.Field).IsSeen)
            .Select(row => string.Join('|', RegistryAudit.At(json, row.Path).Select(row.Read))));
    }

    [SharedDataFact]
    public void Two_real_records_never_share_a_hash()
    {
        var hashes = SharedRecords.Files.SelectMany(SharedRecords.Of).Select(pair => (pair.Record.NctId, Hash: ContentHash.Of(pair.Record))).Distinct().ToList();

        Assert.Equal(hashes.Count, hashes.Select(pair => pair.Hash).Distinct().Count());
    }

    [SharedDataFact]
    public void Nothing_of_real_criteria_is_lost_and_nearly_all_have_two_lists()
    {
        var (texts, withBoth) = (0, 0);
        foreach (var (_, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            if (record.Eligibility.Criteria is not { } text)
                continue;
            var criteria = RegistryCriteria.Of(text);
            texts++;
            withBoth += criteria.Inclusion.Any() && criteria.Exclusion.Any() ? 1 : 0;
            Assert.Equal(RegistryCriteriaTests.Letters(text), RegistryCriteriaTests.Letters(RegistryCriteriaTests.InOrder(criteria)));
        }

        output.WriteLine($"{withBoth} of {texts} texts have an inclusion and an exclusion list");
        Assert.True(withBoth > 0.95 * texts, $"{withBoth} of {texts}");
    }

    /// <summary>Every text in the record, found in its JSON form.</summary>
    private static IEnumerable<string> Texts(RegistryRecord record) => RegistryAudit.Rows.SelectMany(row => row.Kept(record)).OfType<string>();

    private static IEnumerable<string> ContactValues(JsonElement json) =>
        new[] { "centralContacts[].phone", "centralContacts[].email", "locations[].contacts[].phone", "locations[].contacts[].email" }
            .SelectMany(path => RegistryAudit.At(json, "protocolSection.contactsLocationsModule." + path))
            .OfType<JsonElement>()
            .SelectMany(value => value.GetString()!.Split([';', ',']))
            .Select(value => value.Trim())
            .Where(value => value.Length >= 7);

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]|</?(a|b|br|div|em|font|i|img|li|ol|p|script|span|strong|su[bp]|table|t[drh]|u|ul)\b[^<>]*>|<!--|&(amp|lt|gt|quot|nbsp|#\d+);", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[-\s().+/]")]
    private static partial Regex Separators();
}
