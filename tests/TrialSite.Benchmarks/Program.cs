using System.Globalization;
using TrialSite.Benchmarks;

switch (args)
{
    case ["reseed"]:
        await ReseedBenchmark.Run(10_000);
        return 0;
    case ["reseed", var count]:
        await ReseedBenchmark.Run(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["signups"]:
        await SignUpBenchmark.Run(2_000);
        return 0;
    case ["parser"]:
        ParserBenchmark.Run();
        return 0;
    case ["registry", var count, .. { Length: > 0 } files]:
        await RegistryBenchmark.Run(int.Parse(count, CultureInfo.InvariantCulture), files);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: reseed [COUNT], signups, parser or registry COUNT FILE...");
        return 2;
}
