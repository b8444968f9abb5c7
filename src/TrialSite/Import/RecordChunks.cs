using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TrialSite.Registry;

namespace TrialSite.Import;

/// <summary>Records in chunks, the next ones read while one is worked on.</summary>
internal static class RecordChunks
{
    private const int ToldAfter = 500;
    private const int Ahead = 2;

    public static async IAsyncEnumerable<ReadRecord[]> Read(
        IAsyncEnumerable<RegistryReading> readings,
        ChunkPace pace,
        RegistryImportReport report,
        Action<RegistryProblem> onProblem,
        IProgress<RegistryImportProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<ReadRecord[]>(Ahead);
        var reading = Task.Run(() => ReadAll(), stop.Token);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
                yield return chunk;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }

        async Task ReadAll()
        {
            var count = 0L;
            try
            {
                var chunk = new List<ReadRecord>(ChunkPace.Most);
                await foreach (var next in readings.WithCancellation(stop.Token))
                {
                    if (next.IsRecord)
                        chunk.Add(new(next.Record, next.SourceHash));
                    else if (next.IsProblem)
                        Tell(next.Problem);
                    else
                        report.Unchanged++;
                    if (chunk.Count >= pace.Size)
                        await Send(chunk);
                    if (++count % ToldAfter == 0)
                        progress?.Report(new(count));
                }
                await Send(chunk);
                chunks.Writer.Complete();
            }
            catch (Exception fault)
            {
                // Whoever waits for the next chunk is told.
                chunks.Writer.Complete(fault);
            }
        }

        async Task Send(List<ReadRecord> chunk)
        {
            if (chunk.Count == 0)
                return;
            await chunks.Writer.WriteAsync([.. chunk], stop.Token);
            chunk.Clear();
        }

        void Tell(RegistryProblem problem)
        {
            onProblem(problem);
            if (problem.LosesRecord)
                report.Rejected++;
        }
    }
}
