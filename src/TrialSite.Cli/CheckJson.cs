using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary><c>{"files":[{"file","nctId","document","problems":[...]}]}</c>, the document in the API's shape; files of records follow the seeds.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Whether records have errors.</returns>
    public static async Task<bool> Write(Stream output, IReadOnlyList<CheckedSeed> seeds, IReadOnlyList<string> records, string publicBaseUrl, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var seed in seeds)
            FileJson(seed, publicBaseUrl).WriteTo(json);
        var hasErrors = await RecordCheck.WriteJson(json, records, cancellationToken);
        json.WriteEndArray();
        json.WriteEndObject();
        return hasErrors;
    }

    public static JsonObject ProblemJson(string severity, string code, long line, long column, string message) => new()
    {
        ["severity"] = severity,
        ["code"] = code,
        ["line"] = line,
        ["column"] = column,
        ["message"] = message,
    };

    private static JsonObject FileJson(CheckedSeed file, string publicBaseUrl) => new()
    {
        ["file"] = file.Path,
        ["nctId"] = file.Document?.NctId,
        ["document"] = file.Document is { } document
            ? JsonSerializer.SerializeToNode(ApiTrial.From(document, publicBaseUrl), ApiJson.Default.ApiTrial)
            : null,
        ["problems"] = new JsonArray([.. file.Problems.Select(problem => ProblemJson(ProblemLines.InWords(problem.Severity), problem.Code, problem.Line, problem.Column, problem.Message))]),
    };
}
