using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

namespace TrialSite.Benchmarks.Micro;

/// <summary>Single calls, measured by BenchmarkDotNet: each in a process of its own, what it takes and what it allocates.</summary>
internal static class MicroBenchmarks
{
    /// <summary>A file with real records, a study a line. It comes by the environment because the processes that BenchmarkDotNet starts need it too.</summary>
    public static string? Records => Environment.GetEnvironmentVariable("BENCH_RECORDS");

    /// <summary>A folder with the data folder that an import left.</summary>
    public static string? Store => Environment.GetEnvironmentVariable("BENCH_STORE");

    /// <summary>Short, so that all of it takes minutes; <c>--iterationCount</c> and the like make it longer.</summary>
    private static readonly Job Short = Job.Default.WithWarmupCount(3).WithIterationCount(9).WithIterationTime(TimeInterval.FromMilliseconds(200))
        // BenchmarkDotNet builds everything once more; what it builds was looked at before.
        .WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")])
        .WithId("nine times 0.2 s");

    /// <param name="arguments">BenchmarkDotNet's own; without a filter everything is measured.</param>
    public static void Run(string[] arguments)
    {
        SpellOut("BENCH_RECORDS");
        SpellOut("BENCH_STORE");
        List<Type> types = [typeof(ParserBenchmark), typeof(MarkdownBenchmark), typeof(ComparisonBenchmark)];
        if (!File.Exists(Records))
            Console.WriteLine("BENCH_RECORDS names no file with records of the registry: only records of our own are compared.");
        if (Store is { Length: > 0 } store && File.Exists(Path.Combine(store, "data", "trialsite.db")))
            types.Add(typeof(OneSearchBenchmark));
        else
            Console.WriteLine("BENCH_STORE names no folder with data/trialsite.db in it: no searches are measured.");
        var config = ManualConfig.Create(DefaultConfig.Instance)
            // Its own two minutes are too short on a busy machine.
            .WithBuildTimeout(TimeSpan.FromMinutes(10))
            .AddJob(Short.AsDefault())
            .AddDiagnoser(new MemoryDiagnoser(new(displayGenColumns: false)))
            .AddColumn(StatisticColumn.Median)
            .HideColumns(Column.Error)
            .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Millisecond).WithMaxParameterColumnWidth(80));
        BenchmarkRunner.Run([.. types], config, arguments);
    }

    /// <summary>Those processes stand in another folder.</summary>
    private static void SpellOut(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path)
            Environment.SetEnvironmentVariable(variable, Path.GetFullPath(path));
    }
}
