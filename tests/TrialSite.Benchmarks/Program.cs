using System.Globalization;
using TrialSite.Benchmarks;
using TrialSite.Benchmarks.Micro;
using TrialSite.Benchmarks.Records;
using TrialSite.Benchmarks.Sizes;

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
    case ["crowded"]:
        await CrowdedBenchmark.Run();
        return 0;
    case ["fanout"]:
        await FanOutBenchmark.Run(100_000);
        return 0;
    case ["fanout", var followers]:
        await FanOutBenchmark.Run(int.Parse(followers, CultureInfo.InvariantCulture));
        return 0;
    case ["answers"]:
        await AnswerBenchmark.Run(2_000);
        return 0;
    case ["answers", var count]:
        await AnswerBenchmark.Run(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["mails"]:
        await MailBenchmark.Run(10_000);
        return 0;
    case ["mails", var count]:
        await MailBenchmark.Run(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["micro", .. var arguments]:
        MicroBenchmarks.Run(arguments);
        return 0;
    case ["registry", var count, .. { Length: > 0 } files]:
        await RegistryBenchmark.Run(int.Parse(count, CultureInfo.InvariantCulture), files);
        return 0;
    case ["generate", var count, var file, .. { Length: > 0 } records]:
        await RecordsGenerator.Run(int.Parse(count, CultureInfo.InvariantCulture), file, records);
        return 0;
    case ["import", var file, var folder]:
        await ImportBenchmark.Run(file, folder);
        return 0;
    case ["sitemap", var folder]:
        await SitemapBenchmark.Run(folder);
        return 0;
    case ["searches", var folder]:
        await SearchBenchmark.Run(folder);
        return 0;
    case ["sizes", var folder, var sizes, .. var records]:
        await SizesBenchmark.Run(folder, sizes, records);
        return 0;
    case ["mixed", var folder, var minutes]:
        await MixedBenchmark.Run(folder, double.Parse(minutes, CultureInfo.InvariantCulture));
        return 0;
    case ["server", var address, var folder]:
        await ServerAlone.Run(address, folder);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: reseed [COUNT], signups, crowded, answers [COUNT], fanout [FOLLOWERS], mails [COUNT], micro [BENCHMARKDOTNET'S ARGUMENTS], registry COUNT FILE..., generate COUNT FILE RECORDS..., import FILE FOLDER, searches FOLDER, sitemap FOLDER, sizes FOLDER 1000,10000 RECORDS..., mixed FOLDER MINUTES or server ADDRESS FOLDER");
        return 2;
}
