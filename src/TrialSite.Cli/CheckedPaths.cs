using TrialSite.Import;
using TrialSite.Registry;

namespace TrialSite.Cli;

/// <summary>The files to check, each told to be a seed or a file of the registry's records.</summary>
internal sealed record CheckedPaths(IReadOnlyList<string> Seeds, IReadOnlyList<string> Records)
{
    /// <summary>In a folder each .txt is a seed, whatever it holds, as it is for a reseed.</summary>
    public static CheckedPaths Of(IEnumerable<string> paths)
    {
        List<string> seeds = [];
        List<string> records = [];
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                seeds.AddRange(SeedFolder.Files(path));
                records.AddRange(RegistryFiles.In(path));
            }
            else if (File.Exists(path))
            {
                (RegistryFiles.IsOne(path) ? records : seeds).Add(path);
            }
            else
            {
                throw new CommandException($"there is no file or folder {path}");
            }
        }
        return new(seeds, [.. records.DistinctBy(Path.GetFullPath)]);
    }
}
