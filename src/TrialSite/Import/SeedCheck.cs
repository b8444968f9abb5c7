using TrialSite.Seeds;

namespace TrialSite.Import;

/// <summary>A seed that was read but not stored; no document when the file cannot be read.</summary>
public sealed record CheckedSeed(string Path, SeedDocument? Document, IReadOnlyList<SeedProblem> Problems)
{
    public bool HasErrors => Problems.Any(problem => problem.Severity == SeedSeverity.Error);
}

/// <summary>Finds what a reseed would reject, without a store.</summary>
public static class SeedCheck
{
    public static IReadOnlyList<CheckedSeed> Run(IEnumerable<string> paths)
    {
        var files = paths.DistinctBy(Path.GetFullPath).Select(Check).ToList();
        var twice = files.Where(file => file.Document?.NctId is not null)
            .GroupBy(file => file.Document!.NctId!)
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => ImportProblems.SameTrialTwice(group.Key, group.Select(file => file.Path)));
        return [.. files.Select(file => file.Document?.NctId is { } nctId && twice.TryGetValue(nctId, out var problem) ? file with { Problems = [.. file.Problems, problem] } : file)];
    }

    private static CheckedSeed Check(string path)
    {
        var file = SeedFile.Read(path);
        if (file.Fault is { } fault)
            return new(path, null, [fault]);
        var parsed = SeedParser.Parse(file.Bytes);
        var isMisnamed = parsed.Document.NctId is { } nctId && !file.FileName.Equals($"{nctId}.txt", StringComparison.Ordinal);
        return new(path, parsed.Document, isMisnamed ? [.. parsed.Problems, ImportProblems.NamedDifferently(parsed.Document.NctId!)] : parsed.Problems);
    }
}
