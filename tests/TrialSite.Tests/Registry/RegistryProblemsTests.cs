using System.Text;
using CsCheck;
using TrialSite.Registry;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Registry;

/// <summary>Whatever is wrong, it is said where, and the rest is read.</summary>
public sealed class RegistryProblemsTests
{
    private static readonly string One = TestStudy.Line(1);
    private static readonly string Two = TestStudy.Line(2);

    public static TheoryData<string, string> Damages => new()
    {
        { "no JSON\n{1}\n{2}", "TR010:1, NCT09000001, NCT09000002" },
        { "{1}\n{\"protocolSection\":{\"identif\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":{\"a\":\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n{\"a\":[1,\n{2}\n", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n{\"a\":1}}\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n\"a\":1}\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n{\"a\":tru}\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n17\n{2}", "NCT09000001, TR010:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":", "NCT09000001, TR010:2" },
        { "[{1},\n{\"a\":\n,{2}]", "NCT09000001, TR010:2" },
        { "[\n  {1},\n  {\"a\": tru},\n  {2}\n]", "NCT09000001, TR010:3, NCT09000002" },
        { "[\n  {1},\n  {\n    \"a\": {\n      \"b\": ,\n    {\n    }\n  },\n  {2}\n]", "NCT09000001, TR010:3, NCT09000002" },
        { "[{1},17,\"a\",null,[{2}],{2}]", "NCT09000001, TR012:1, TR012:1, TR013:1, TR012:1, NCT09000002" },
        { "[{1},{2}", "NCT09000001, NCT09000002, TR010:1" },
        { "{\"studies\":[{1},\n{2}]", "NCT09000001, NCT09000002, TR010:2" },
        { "{\"studies\":[{1}],17}\n{2}", "NCT09000001, TR010:1, NCT09000002" },
        { "{1}\n{}\n{2}", "NCT09000001, TR013:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":null}\n{2}", "NCT09000001, TR013:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT1\"}}}\n{2}", "NCT09000001, TR014:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":{\"identificationModule\":{\"nctId\":7}}}\n{2}", "NCT09000001, TR012:2, NCT09000002" },
        { "{1}\n{\"protocolSection\":[]}\n{2}", "NCT09000001, TR012:2, NCT09000002" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_bad_record_never_stops_the_rest(string text, string inShort) =>
        Assert.Equal(inShort, TestStudy.InShort(TestStudy.Read(text.Replace("{1}", One, StringComparison.Ordinal).Replace("{2}", Two, StringComparison.Ordinal))));

    [Theory]
    [InlineData("protocolSection.designModule.enrollmentInfo.count", "many")]
    [InlineData("protocolSection.eligibilityModule.healthyVolunteers", "no")]
    [InlineData("protocolSection.conditionsModule.conditions", "Heart Failure")]
    [InlineData("protocolSection.contactsLocationsModule.locations", "Bergen")]
    [InlineData("protocolSection.statusModule.startDateStruct", "2024-03")]
    public void A_value_of_another_kind_is_named_by_its_path(string path, string value)
    {
        var reading = Assert.Single(TestStudy.Read(TestStudy.With(path, value)));

        Assert.Equal(("TR012", true, $"record 1: found a value of another kind at $.{path}, expected what API v2 has there"), (reading.Problem!.Code, reading.Problem.LosesRecord, reading.Problem.Message));
    }

    [Theory]
    [InlineData("{}", "1:1")]
    [InlineData("\uFEFF  {}", "1:3")]
    [InlineData("{1}\n \t{}", "2:3")]
    [InlineData("{1}\r\n{}", "2:1")]
    [InlineData("[{}]", "1:2")]
    [InlineData("[{1}, {}]", "1:122")]
    [InlineData("{\"studies\":[{}]}", "1:13")]
    [InlineData("[\n{1},\n  {\n  }\n, {}]", "3:3, 5:3")]
    [InlineData("[\n  {\"a\": tru},\n  {}]", "2:3, 3:3")]
    public void A_problem_tells_where_the_record_begins(string text, string places) =>
        Assert.Equal(places, string.Join(", ", TestStudy.Read(text.Replace("{1}", One, StringComparison.Ordinal)).Where(reading => !reading.IsRecord).Select(reading => $"{reading.Problem!.Line}:{reading.Problem.Column}")));

    [Fact]
    public void A_date_that_cannot_be_read_costs_only_itself()
    {
        var readings = TestStudy.Read(TestStudy.With("protocolSection.statusModule.startDateStruct.date", "next\nspring"));

        Assert.Equal(("TR020", false), (readings[0].Problem!.Code, readings[0].Problem!.LosesRecord));
        Assert.Equal("record 1: found the date \"next spring\" at protocolSection.statusModule.startDateStruct.date, expected yyyy-MM or yyyy-MM-dd", readings[0].Problem!.Message);
        Assert.Null(readings[1].Record!.Start);
        Assert.Equal("STROLL", readings[1].Record!.Acronym);
    }

    [Fact]
    public void An_alias_that_cannot_be_read_costs_only_itself()
    {
        var readings = TestStudy.Read(TestStudy.Full.Replace("[\"NCT09000002\"]", "[\"old\", \"NCT09000002\"]", StringComparison.Ordinal));

        Assert.Equal(("TR021", false), (readings[0].Problem!.Code, readings[0].Problem!.LosesRecord));
        Assert.Equal("NCT09000002", Assert.Single(readings[1].Record!.AliasIds).Value);
    }

    [Fact]
    public void No_problem_shows_a_contact_detail()
    {
        var problem = TestStudy.Read("""{"protocolSection":{"identificationModule":{"nctId":"ann@example.org"}}}""").Single().Problem!;

        Assert.Equal("the NCT ID \"(e-mail address hidden)\"", problem.Found);
    }

    [Fact]
    public void Bytes_that_are_no_json_are_called_what_they_are()
    {
        Assert.Equal("TR001:1", TestStudy.InShort(TestStudy.Read("")));
        Assert.Equal("TR001:3", TestStudy.InShort(TestStudy.Read(" \n\n ")));
        Assert.Equal("TR001:1", TestStudy.InShort(TestStudy.Read(RegistryReaderTests.Gzip(""))));
        Assert.Equal("TR002:1", TestStudy.InShort(TestStudy.Read([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0])));
        Assert.Equal("TR003:1", TestStudy.InShort(TestStudy.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(One)).ToArray())));
        Assert.Equal("TR004:1", TestStudy.InShort(TestStudy.Read([0x1F, 0x8B, 1, 2, 3, 4, 5])));
        Assert.Equal("TR004:1", TestStudy.InShort(TestStudy.Read("PK\u0003\u0004 and nothing more")));
        Assert.Equal("TR006:1", TestStudy.InShort(TestStudy.Read(RegistryReaderTests.Zip())));
        Assert.Equal("TR010:1", TestStudy.InShort(TestStudy.Read("<!doctype html>\n<p>Not found</p>\n")));
    }

    [Fact]
    public void A_path_that_is_not_there_is_a_problem()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());

        Assert.Equal("TR005:1", TestStudy.InShort(RegistryReader.Read(path).ToBlockingEnumerable()));
        Assert.Equal("TR006:1", TestStudy.InShort(RegistryReader.Read(Directory.CreateDirectory(path).FullName).ToBlockingEnumerable()));
        Directory.Delete(path);
    }

    [Fact]
    public void A_gzip_that_was_cut_off_gives_what_is_in_it()
    {
        var whole = RegistryReaderTests.Gzip(string.Concat(Enumerable.Range(1, 20_000).Select(number => TestStudy.Line(number) + "\n")));

        var readings = TestStudy.Read(whole[..(whole.Length / 2)]);

        Assert.Equal("TR004", readings[^1].Problem!.Code);
        Assert.InRange(readings.Count(reading => reading.IsRecord), 5_000, 19_000);
        Assert.Equal(readings.SkipLast(1).Select((_, number) => TestStudy.Id(number + 1)), readings.SkipLast(1).Select(reading => reading.Record!.NctId.Value));
    }

    [Fact]
    public void A_damaged_entry_does_not_stop_the_zip()
    {
        var zip = RegistryReaderTests.Zip(("a.json", TestStudy.Full), ("b.json", Two));
        var body = 30 + "a.json".Length; // behind the entry's header
        zip.AsSpan(body, 40).Fill(0xFF);

        var readings = TestStudy.Read(zip);

        Assert.Equal("TR004:1, NCT09000002", TestStudy.InShort(readings));
        Assert.Equal("records!a.json", readings[0].Problem!.Source);
    }

    [Fact]
    public void A_record_without_end_costs_only_itself()
    {
        var endless = "{\"protocolSection\":{\"a\":\"" + new string('a', 40 << 20);

        Assert.Equal("NCT09000001, TR011:2, NCT09000002", TestStudy.InShort(TestStudy.Read($"{One}\n{endless}\n{Two}\n")));
        Assert.Equal("NCT09000001, TR011:2, NCT09000002", TestStudy.InShort(TestStudy.Read($"[{One},\n{endless}\n{Two}]\n")));
    }

    [Fact]
    public void Deep_nesting_costs_only_its_record()
    {
        foreach (var depth in new[] { 65, 5_000, 1_000_000 })
        {
            var deep = "{\"a\":" + new string('[', depth) + new string(']', depth) + "}";

            Assert.Equal("NCT09000001, TR010:2, NCT09000002", TestStudy.InShort(TestStudy.Read($"{One}\n{deep}\n{Two}")));
            Assert.Equal("NCT09000001, TR010:2, NCT09000002", TestStudy.InShort(TestStudy.Read($"[{One},\n{deep},\n{Two}]")));
        }
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        var full = Encoding.UTF8.GetBytes($"{TestStudy.Full}\n{One}\n[{Two},{One}]\n{{\"studies\":[{Two}],\"nextPageToken\":\"a\"}}\n");
        var packed = RegistryReaderTests.Gzip(Encoding.UTF8.GetString(full));
        var zip = RegistryReaderTests.Zip(("a", TestStudy.Full), ("b", One));
        var damage = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Byte, (which, at, cut, value) => (Bytes: (byte[])new[] { full, packed, zip }[which].Clone(), at, cut, value));
        damage.Sample(wrong =>
        {
            wrong.Bytes[wrong.at % wrong.Bytes.Length] = wrong.value;
            TestStudy.Read(wrong.Bytes);
            TestStudy.Read(wrong.Bytes[..(wrong.cut % wrong.Bytes.Length)]);
        }, iter: 2000);
    }

    [Fact]
    public void Every_code_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "registry-records.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "TrialSite", "Registry", "RegistryFaults.cs"));
        var codes = System.Text.RegularExpressions.Regex.Matches(source, "\"(TR\\d{3})\"").Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"| {code} |", docs, StringComparison.Ordinal));
    }
}
