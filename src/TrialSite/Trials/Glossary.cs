using System.Diagnostics.CodeAnalysis;

namespace TrialSite.Trials;

/// <summary>The one source of what words mean: the glossary page shows it whole, other pages a sentence in its place.</summary>
public static class Glossary
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        .. GlossaryStatuses.All, .. GlossaryPhases.All, .. GlossaryStudyTypes.All, .. GlossaryInterventions.All, .. GlossarySexes.All, .. GlossaryWords.All,
    ];

    private static readonly Dictionary<(GlossaryPart, string), GlossaryEntry> ByRegistryWord =
        All.Where(entry => entry.RegistryWord is not null).ToDictionary(entry => (entry.Part, entry.RegistryWord!));

    /// <summary>Entries of a part in the order in which a reader meets them; the words from A to Z.</summary>
    public static IEnumerable<GlossaryEntry> Of(GlossaryPart part) => All.Where(entry => entry.Part == part);

    /// <summary>What a word of the registry means; false for one that nobody knew when this was written.</summary>
    public static bool TryExplain(GlossaryPart part, string? registryWord, [NotNullWhen(true)] out GlossaryEntry? entry) =>
        ByRegistryWord.TryGetValue((part, registryWord ?? ""), out entry);

    /// <summary>Our term for a word of the registry, or that word in small letters: <c>SOME_NEW_WORD</c> is "Some new word".</summary>
    public static string TermOf(GlossaryPart part, string registryWord)
    {
        if (TryExplain(part, registryWord, out var entry))
            return entry.Term;
        var words = registryWord.Replace('_', ' ').ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
