using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

public sealed class RegistryFilesTests
{
    [Theory]
    [InlineData("records.JSON", "", true)]
    [InlineData("records.ndjson", "no json", true)]
    [InlineData("records.jsonl", "", true)]
    [InlineData("records.json.gz", "", true)]
    [InlineData("records.zip", "", true)]
    [InlineData("records", "{\"protocolSection\":{}}", true)]
    [InlineData("records.txt", "\uFEFF\n[\n  { \"protocolSection\": {} }\n]", true)]
    [InlineData("packed", "any text", true)]
    [InlineData("seed.txt", "", false)]
    [InlineData("seed.txt", "Walking for tired hearts\n\nNCT ID NCT09000001", false)]
    [InlineData("seed.txt", "[18F]-labelled walks for tired hearts", false)]
    [InlineData("seed.txt", "{Walks} for tired hearts", false)]
    [InlineData("seed.txt", "[", false)]
    [InlineData("seed.docx", "PK\u0003\u0004", false)]
    public void A_file_of_records_is_told_by_its_ending_or_its_first_bytes(string name, string text, bool isOne)
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, name == "packed" ? RegistryReaderTests.Gzip(text) : System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(isOne, RegistryFiles.IsOne(path));
        folder.Delete(recursive: true);
    }
}
