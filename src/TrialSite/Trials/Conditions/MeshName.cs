using System.Collections.Frozen;

namespace TrialSite.Trials;

/// <summary>Turns a name of the thesaurus into the words that people use: "Liver Failure, Acute" is "acute liver failure".</summary>
internal static class MeshName
{
    private static readonly FrozenSet<string> ProperNames = Read();

    private static readonly NameMemo<string> Memo = new(PutInPlainOrder);

    public static string InPlainOrder(string meshName) => Memo.Of(meshName);

    private static string PutInPlainOrder(string meshName)
    {
        var parts = meshName.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', parts.Reverse().SelectMany(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Small));
    }

    private static string Small(string word) => string.Join('-', word.Split('-').Select(SmallPart));

    /// <summary>"HIV", "IgA" and "B" stay as they are, and so do people and places.</summary>
    private static string SmallPart(string part)
    {
        var bare = part.EndsWith("'s", StringComparison.Ordinal) ? part[..^2] : part;
        return bare.Length < 2 || bare[1..].Any(c => !char.IsLower(c)) || ProperNames.Contains(bare) ? part : part.ToLowerInvariant();
    }

    private static FrozenSet<string> Read()
    {
        using var lines = new StreamReader(typeof(MeshName).Assembly.GetManifestResourceStream("TrialSite.Trials.Conditions.proper-names.txt")!);
        return lines.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }
}
