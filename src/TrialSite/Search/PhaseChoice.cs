namespace TrialSite.Search;

/// <summary>A phase by which trials can be chosen; a trial of two phases fits both.</summary>
public sealed record PhaseChoice(string Key, string Name, string? RegistryWord, byte Bit)
{
    public static readonly PhaseChoice NotStated = new("not-stated", "Not stated", null, 1 << 6);

    public static IReadOnlyList<PhaseChoice> All { get; } =
    [
        new("early-1", "Early phase 1", "EARLY_PHASE1", 1 << 0),
        new("1", "Phase 1", "PHASE1", 1 << 1),
        new("2", "Phase 2", "PHASE2", 1 << 2),
        new("3", "Phase 3", "PHASE3", 1 << 3),
        new("4", "Phase 4", "PHASE4", 1 << 4),
        new("none", "Without phases", "NA", 1 << 5),
        NotStated,
    ];

    public static PhaseChoice? Of(string? key) => All.FirstOrDefault(choice => choice.Key == key);

    /// <summary>Bits of all of them.</summary>
    public static byte BitsOf(IEnumerable<string> registryWords)
    {
        var bits = registryWords.Aggregate(0, (sum, word) => sum | (All.FirstOrDefault(choice => choice.RegistryWord == word)?.Bit ?? 0));
        return bits == 0 ? NotStated.Bit : (byte)bits;
    }

    public override string ToString() => Key;
}
