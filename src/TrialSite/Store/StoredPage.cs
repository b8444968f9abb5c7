using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>A trial's page as it was rendered once, and what must still be so for it to be shown.</summary>
public sealed record StoredPage
{
    public required NctId NctId { get; init; }

    /// <summary>Of the program that made it, with its settings and texts: another one makes the page anew.</summary>
    public required long Build { get; init; }

    public required int Version { get; init; }
    public required DateOnly MadeOn { get; init; }

    /// <summary>The first day on which it would say something else.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>When it was last known to be right.</summary>
    public required CatalogueMoment Moment { get; init; }

    /// <summary>The trial itself and those it names.</summary>
    public required IReadOnlyList<NctId> Trials { get; init; }

    /// <summary>See <see cref="ICatalogueMoments.Shown"/>.</summary>
    public required UInt128 Shown { get; init; }

    public required UInt128 ContentHash { get; init; }
    public required byte[] Brotli { get; init; }
}
