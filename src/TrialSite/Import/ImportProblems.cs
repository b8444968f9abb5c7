using TrialSite.Seeds;

namespace TrialSite.Import;

/// <summary>What can be wrong with a file or a folder of seeds besides its text; docs/seed-format.md lists them with the parser's own.</summary>
internal static class ImportProblems
{
    public static SeedProblem IsLink() => Error("TS101", "this is a symbolic link; put the file itself into the folder");

    public static SeedProblem IsFolder() => Error("TS102", "this is a folder; a seed is a text file");

    public static SeedProblem IsEmpty() => Error("TS103", "this file is empty or not a regular file; expected the text of one trial");

    public static SeedProblem IsTooLarge(long bytes) => Error("TS104", $"this file has {bytes:N0} bytes; a seed has at most {SeedParser.MaxBytes:N0}");

    public static SeedProblem CannotBeRead(string why) => Error("TS105", $"this file cannot be read: {why}");

    public static SeedProblem SameTrialTwice(string nctId, IEnumerable<string> fileNames) =>
        Error("TS106", $"{nctId} stands in several files: {string.Join(" and ", fileNames)}; keep one of them");

    public static SeedProblem NamedDifferently(string nctId) => Warning("TS107", $"the file is about {nctId}; name it {nctId}.txt");

    public static SeedProblem DateAhead(DateOnly date) => Warning("TS108", $"the date {date:yyyy-MM-dd} lies in the future");

    public static SeedProblem FirstSeenDiffers(DateOnly given, DateOnly kept) =>
        Warning("TS109", $"first seen is {given:yyyy-MM-dd} here, but this site first saw the trial on {kept:yyyy-MM-dd}; that date is kept");

    private static SeedProblem Error(string code, string message) => new(SeedSeverity.Error, code, 1, 1, message);

    private static SeedProblem Warning(string code, string message) => new(SeedSeverity.Warning, code, 1, 1, message);
}
