using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TrialSite.Registry;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Registry;

/// <summary>The real records beside the project, each as its JSON and as the reader gives it.</summary>
internal static class SharedRecords
{
    public static readonly string[] Files = ["sample200.ndjson.gz", "all.ndjson.gz", "partial.ndjson.gz"];

    public static string PathOf(string file) => Path.Combine(Repository.SharedData, file);

    public static IEnumerable<string> LinesOf(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>The JSON is good until the next is asked for.</summary>
    public static IEnumerable<(JsonElement Json, RegistryRecord Record)> Of(string file)
    {
        foreach (var (line, reading) in LinesOf(file).Zip(RegistryReader.Read(PathOf(file)).ToBlockingEnumerable()))
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement, reading.Record!);
        }
    }

    /// <summary>The 37 studies with 2 to 6 versions, oldest first.</summary>
    public static IReadOnlyList<IReadOnlyList<(JsonElement Json, RegistryRecord Record)>> Versions()
    {
        var studies = LinesOf("versions_shared.ndjson.gz").Select(line => JsonDocument.Parse(line).RootElement.GetProperty("study")).ToList();
        var text = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', studies.Select(study => study.GetRawText()))));
        var records = RegistryReader.Read(text, "versions").ToBlockingEnumerable().Select(reading => reading.Record!).ToList();
        return [.. studies.Zip(records).GroupBy(pair => pair.Second.NctId).Select(group => group.ToList())];
    }
}
