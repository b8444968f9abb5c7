using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrialSite.Import;
using TrialSite.Trials;

namespace TrialSite.Cli;

/// <summary><c>{"files":[{"file","nctId","document","problems":[...]}]}</c>, the document in the API's shape.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<CheckedSeed> files, string publicBaseUrl)
    {
        var json = new JsonObject
        {
            ["files"] = new JsonArray([.. files.Select(file => FileJson(file, publicBaseUrl))]),
        };
        return json.ToJsonString(Indented);
    }

    private static JsonObject FileJson(CheckedSeed file, string publicBaseUrl) => new()
    {
        ["file"] = file.Path,
        ["nctId"] = file.Document?.NctId,
        ["document"] = file.Document is { } document
            ? JsonSerializer.SerializeToNode(ApiTrial.From(document, publicBaseUrl), ApiJson.Default.ApiTrial)
            : null,
        ["problems"] = new JsonArray([.. file.Problems.Select(problem => new JsonObject
        {
            ["severity"] = ProblemLines.InWords(problem.Severity),
            ["code"] = problem.Code,
            ["line"] = problem.Line,
            ["column"] = problem.Column,
            ["message"] = problem.Message,
        })]),
    };
}
