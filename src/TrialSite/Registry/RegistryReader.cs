using System.Runtime.CompilerServices;
using System.Text.Json;
using TrialSite.Trials;

namespace TrialSite.Registry;

/// <summary>Reads records of ClinicalTrials.gov's API v2, of any number, in the memory of a few.</summary>
/// <remarks>
/// JSON of a study, of a list of studies, of the API's pages, or a study a line; the same as gzip; a zip of such files. What it is shows in
/// the bytes. Nothing in a file stops the rest: what cannot be read is a problem in its place.
/// </remarks>
public static class RegistryReader
{
    /// <param name="path">A file or a folder.</param>
    /// <param name="isKnown">Tells by its <see cref="SourceHash"/> that a record need not be read again.</param>
    /// <param name="bytesRead">Told of the bytes that were read from files.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<RegistryReading> Read(string path, Func<UInt128, bool>? isKnown = null, Action<int>? bytesRead = null, CancellationToken cancellationToken = default) =>
        Read(RegistrySources.Of(path, bytesRead, cancellationToken), isKnown, cancellationToken);

    /// <param name="stream">It need not be able to seek; it is left open.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="isKnown">Tells by its <see cref="SourceHash"/> that a record need not be read again.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IAsyncEnumerable<RegistryReading> Read(Stream stream, string name, Func<UInt128, bool>? isKnown = null, CancellationToken cancellationToken = default) =>
        Read(RegistrySources.Of(stream, name, cancellationToken), isKnown, cancellationToken);

    private static async IAsyncEnumerable<RegistryReading> Read(IAsyncEnumerable<RegistrySource> sources, Func<UInt128, bool>? isKnown, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var source in sources.WithCancellation(cancellationToken))
        {
            if (source.Json is null)
            {
                yield return new(0, null, Problem(source.Fault!, source.Name, 1, 1, 0));
                continue;
            }
            var record = 0L;
            await foreach (var frame in JsonFrames.Read(source.Json, cancellationToken))
            {
                foreach (var reading in Read(frame, source.Name, ++record, isKnown))
                    yield return reading;
            }
        }
    }

    private static List<RegistryReading> Read(JsonFrame frame, string source, long number, Func<UInt128, bool>? isKnown)
    {
        var readings = new List<RegistryReading>(1);
        var hash = frame.Fault is null ? SourceHash.Of(frame.Bytes.Span) : 0;
        if (frame.Fault is { } broken)
            Report(broken);
        else if (isKnown?.Invoke(hash) == true)
            readings.Add(new(hash, null, null));
        else if (Study(frame, Report) is { } record)
            readings.Add(new(hash, record, null));
        return readings;

        void Report(RegistryFault fault) => readings.Add(new(hash, null, Problem(fault, source, frame.Line, frame.Column, number)));
    }

    private static RegistryRecord? Study(JsonFrame frame, Action<RegistryFault> report)
    {
        try
        {
            var study = JsonSerializer.Deserialize(frame.Bytes.Span, ApiStudyJson.Default.ApiStudy);
            var text = study?.ProtocolSection?.IdentificationModule?.NctId;
            if (NctId.TryParse(text, out var nctId))
                return new StudyReading(nctId, report).Read(study!);
            report(string.IsNullOrWhiteSpace(text) ? RegistryFaults.HasNoNctId() : RegistryFaults.HasInvalidNctId(text));
        }
        catch (JsonException e)
        {
            report(RegistryFaults.Of(e));
        }
        return null;
    }

    private static RegistryProblem Problem(RegistryFault fault, string source, long line, long column, long record) =>
        new(fault.LosesRecord, fault.Code, source, line, column, record, fault.Found, fault.Expected);
}
