using System.Runtime.CompilerServices;
using System.Text.Json;
using TrialSite.Registry;

namespace TrialSite.Cli;

/// <summary>What <c>trialsite check</c> says of the registry's records; each problem is written when it is met, so that any number of records fits in memory.</summary>
internal static class RecordCheck
{
    private const int BytesKept = 64 << 10;

    /// <returns>Whether there are errors.</returns>
    public static async Task<bool> WriteText(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var count = new RecordCount();
        foreach (var path in paths)
        {
            await foreach (var problem in Problems(path, count, cancellationToken))
                Console.Out.WriteLine(ProblemLines.Of(path, problem));
        }
        Console.Out.WriteLine(count);
        return count.HasErrors;
    }

    /// <summary><c>{"file","problems":[...],"records"}</c> for each file.</summary>
    /// <returns>Whether there are errors.</returns>
    public static async Task<bool> WriteJson(Utf8JsonWriter json, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var hasErrors = false;
        foreach (var path in paths)
        {
            var count = new RecordCount();
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteStartArray("problems");
            await foreach (var problem in Problems(path, count, cancellationToken))
            {
                var message = ProblemLines.EntryOf(path, problem) is { } entry ? $"{entry}: {problem.Message}" : problem.Message;
                CheckJson.ProblemJson(ProblemLines.InWords(problem), problem.Code, problem.Line, problem.Column, message).WriteTo(json);
                if (json.BytesPending > BytesKept)
                    await json.FlushAsync(cancellationToken);
            }
            json.WriteEndArray();
            json.WriteNumber("records", count.All);
            json.WriteEndObject();
            hasErrors |= count.HasErrors;
        }
        return hasErrors;
    }

    private static async IAsyncEnumerable<RegistryProblem> Problems(string path, RecordCount count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var reading in RegistryReader.Read(path, cancellationToken: cancellationToken))
        {
            count.Add(reading);
            if (reading.IsProblem)
                yield return reading.Problem;
        }
    }
}
