using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Web.Kept;

/// <summary>One number for all that pages are made of besides the catalogue and the day: the program, its files and the settings that readers see.</summary>
internal sealed class SiteBuild(SiteOptions site)
{
    public long Number { get; } = NumberOf(site);

    private static long NumberOf(SiteOptions site)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in new[] { typeof(SiteBuild).Assembly, typeof(SiteOptions).Assembly, typeof(SeedDocument).Assembly })
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var text in new[] { Environment.Version.ToString(), site.PublicBaseUrl, site.Name })
            hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
        // Pages link to style sheets and scripts by names that this list gives them.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Content")).Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.staticwebassets.endpoints.json").Order(StringComparer.Ordinal)))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }
}
