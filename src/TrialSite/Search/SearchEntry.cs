namespace TrialSite.Search;

/// <summary>What the index keeps of a current trial to choose, count and order it by; the words lie in the full-text table under the same row id.</summary>
/// <remarks>
/// A trial that is no longer listed keeps its entry, marked as gone, so that every process learns of it. How codes are made:
/// <see cref="StatusChoice"/>, <see cref="PhaseChoice"/>, <see cref="EntryMarks"/>, <see cref="AgeInDays"/>.
/// </remarks>
public sealed class SearchEntry
{
    /// <summary>The order that means something: <see cref="RowOrder"/>.</summary>
    public long Id { get; init; }

    public long Revision { get; init; }

    /// <summary>The digits of the NCT ID.</summary>
    public int NctNumber { get; init; }

    public byte Status { get; init; }
    public byte Phases { get; init; }
    public EntryMarks Marks { get; init; }

    /// <summary>0 when no limit is given.</summary>
    public ushort YoungestDay { get; init; }

    /// <summary>The largest number when no limit is given.</summary>
    public ushort OldestDay { get; init; } = ushort.MaxValue;

    public DateOnly FirstSeen { get; init; }
    public DateOnly LastUpdated { get; init; }

    /// <summary>As the trial's own: a list shows it without reading trials, which are large.</summary>
    public string Title { get; init; } = "";

    /// <summary>When the places and their status were last confirmed.</summary>
    public DateOnly StatusSeenOn { get; init; }

    /// <summary>Ids of the conditions it is listed under, the primary one first; 4 bytes each, as are all ids and points here.</summary>
    public byte[] Conditions { get; init; } = [];

    /// <summary>Ids of broader conditions, under which it is found as well.</summary>
    public byte[] BroaderConditions { get; init; } = [];

    public byte[] Countries { get; init; } = [];

    /// <summary>A <see cref="PlacePoint"/> for each of the places' names, as far as the record gives points.</summary>
    public byte[] Points { get; init; } = [];

    /// <summary>A line for each point: <c>Guangzhou, China</c>.</summary>
    public string PlaceNames { get; init; } = "";
}

[Flags]
public enum EntryMarks : ushort
{
    None = 0,

    /// <summary>No longer listed here.</summary>
    IsGone = 1 << 0,

    HasRead = 1 << 1,
    HasResults = 1 << 2,
    HasPlaces = 1 << 3,

    /// <summary>Takes women alone.</summary>
    ForFemale = 1 << 4,

    /// <summary>Takes men alone.</summary>
    ForMale = 1 << 5,

    TakesHealthyVolunteers = 1 << 6,

    /// <summary>Says that it takes no healthy volunteers; without this mark and the one before, the record does not say.</summary>
    TakesNoHealthyVolunteers = 1 << 7,

    /// <summary>Open, or one of its places is.</summary>
    IsOpen = 1 << 8,
}
