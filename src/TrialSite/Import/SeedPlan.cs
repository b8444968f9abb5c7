using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>A readable seed that differs from what the store was read from.</summary>
internal sealed record PlannedSeed(NctId NctId, SeedFile File, SeedDocument Document, IReadOnlyList<SeedProblem> Problems, IReadOnlyList<string> EarlierHashes)
{
    /// <summary>The editor changed nothing: this program reads the same bytes otherwise than an earlier one.</summary>
    public bool IsReadAnew(Trial current) => current is { HasSeed: true, Seed: { } seed } && EarlierHashes.Contains(seed.ContentHash);

    public SeedOrigin Origin => new(File.FileName, File.ContentHash, Document.FirstSeen, Document.LastUpdated);
}

/// <summary>What a folder of seeds means for the store, before anything is written.</summary>
internal sealed class SeedPlan
{
    private readonly byte formatVersion;
    private readonly Dictionary<string, KnownSeed> knownByFile;
    private readonly Dictionary<NctId, List<string>> filesByTrial = [];
    private readonly List<ImportRow> rejected = [];
    private readonly HashSet<string> rejectedFiles = [];
    private readonly HashSet<string> unchangedFiles = [];

    private SeedPlan(IReadOnlyList<KnownSeed> known, byte formatVersion)
    {
        this.formatVersion = formatVersion;
        knownByFile = known.GroupBy(seed => seed.FileName).ToDictionary(group => group.Key, group => group.First());
    }

    public List<PlannedSeed> Seeds { get; } = [];
    public IReadOnlyList<ImportRow> Rejected => rejected;
    public IReadOnlyList<NctId> Gone { get; private set; } = [];

    /// <summary>Nothing of the store has to change.</summary>
    public bool IsDone => Seeds.Count == 0 && Gone.Count == 0;

    public int UnchangedCount => unchangedFiles.Count;
    public int FileCount => Seeds.Count + rejectedFiles.Count + unchangedFiles.Count;

    /// <summary>How many trials have a seed before the reseed.</summary>
    public int ListedCount { get; private set; }

    /// <summary>Fewer than 80 % of the files are there: rather a wrong folder than an editor's wish.</summary>
    public bool IsShrinking => FileCount * 5 < ListedCount * 4;

    /// <param name="request">Where the files are.</param>
    /// <param name="known">What the store was read from.</param>
    /// <param name="conditionNames">Asked for when a file has to be read: most are as they were, and there may be a hundred thousand names.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SeedPlan> Read(
        ReseedRequest request, IReadOnlyList<KnownSeed> known, Func<Task<List<string>>> conditionNames, IProgress<ReseedProgress>? progress, CancellationToken cancellationToken)
    {
        List<string>? conditions = null;
        var plan = new SeedPlan(known, request.FormatVersion);
        var paths = SeedFolder.Files(request.Folder);
        for (var i = 0; i < paths.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = SeedFile.Read(paths[i], request.FormatVersion);
            if (!plan.IsUnchanged(file))
                plan.Add(file, conditions ??= await conditionNames());
            if (i % 100 == 0)
                progress?.Report(new("Reading", i, paths.Count));
        }
        plan.RejectTrialsInSeveralFiles();
        plan.FindGone(known);
        return plan;
    }

    private bool IsUnchanged(SeedFile file)
    {
        if (file.Fault is not null || !knownByFile.TryGetValue(file.FileName, out var known) || known.ContentHash != file.ContentHash)
            return false;
        FoundIn(known.NctId, file);
        unchangedFiles.Add(file.FileName);
        return true;
    }

    private void Add(SeedFile file, IReadOnlyCollection<string> conditions)
    {
        if (file.Fault is { } fault)
        {
            Reject(file, null, [fault]);
            return;
        }
        var parsed = SeedParser.Parse(file.Bytes, conditions);
        if (NctId.TryParse(parsed.Document.NctId, out var nctId))
            FoundIn(nctId, file);
        if (nctId is null || parsed.HasErrors)
            Reject(file, nctId, parsed.Problems);
        else
            Seeds.Add(new(nctId, file with { Bytes = [] }, parsed.Document, parsed.Problems, SeedFile.EarlierHashesOf(file.Bytes, formatVersion)));
    }

    private void FoundIn(NctId nctId, SeedFile file)
    {
        if (!filesByTrial.TryAdd(nctId, [file.FileName]))
            filesByTrial[nctId].Add(file.FileName);
    }

    private void Reject(SeedFile file, NctId? nctId, IReadOnlyList<SeedProblem> problems) => Reject(file.FileName, nctId, problems);

    private void Reject(string fileName, NctId? nctId, IReadOnlyList<SeedProblem> problems)
    {
        unchangedFiles.Remove(fileName);
        if (rejectedFiles.Add(fileName))
            rejected.Add(new(fileName, nctId, SeedOutcome.Rejected, problems, []));
    }

    private void RejectTrialsInSeveralFiles()
    {
        foreach (var (nctId, files) in filesByTrial.Where(pair => pair.Value.Count > 1))
            foreach (var file in files)
                Reject(file, nctId, [ImportProblems.SameTrialTwice(nctId.Value, files)]);
        Seeds.RemoveAll(seed => rejectedFiles.Contains(seed.File.FileName));
    }

    /// <summary>A file that is there but cannot be read now does not make its trial vanish.</summary>
    private void FindGone(IReadOnlyList<KnownSeed> known)
    {
        ListedCount = known.Count;
        Gone = [.. known.Where(seed => !filesByTrial.ContainsKey(seed.NctId) && !rejectedFiles.Contains(seed.FileName)).Select(seed => seed.NctId)];
    }
}
