using System.Text;
using Microsoft.EntityFrameworkCore;
using TrialSite.Seeds;
using TrialSite.Store;
using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Writes the store's listed trials back as seeds.</summary>
public sealed class SeedExporter(TrialDbContext db, SiteOptions site)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<int> Export(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        await foreach (var trial in db.Trials.Where(trial => trial.HasSeed).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await Write(trial, folder, cancellationToken);
            count++;
        }
        return count;
    }

    private async Task Write(Trial trial, string folder, CancellationToken cancellationToken)
    {
        var seed = trial.ToSeed();
        var text = SeedWriter.Write(seed, site.Name);
        var readBack = SeedParser.Parse(text);
        if (readBack.HasErrors || readBack.Document != seed)
            throw new InvalidOperationException($"The seed of {trial.NctId} would not read back as it is stored. Please report this with the trial's text.");
        var path = Path.Combine(folder, $"{trial.NctId}.txt");
        await File.WriteAllTextAsync($"{path}.tmp", text, Utf8, cancellationToken);
        File.Move($"{path}.tmp", path, overwrite: true);
    }
}
