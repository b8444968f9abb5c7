namespace TrialSite.Search;

/// <summary>What is held in memory of a <see cref="SearchEntry"/>, where the store has it: nothing is made of a row that is only copied into columns.</summary>
public readonly ref struct EntryRow
{
    public required long Id { get; init; }
    public required int NctNumber { get; init; }
    public required byte Status { get; init; }
    public required byte Phases { get; init; }
    public required EntryMarks Marks { get; init; }
    public required ushort YoungestDay { get; init; }
    public required ushort OldestDay { get; init; }
    public required DateOnly FirstSeen { get; init; }
    public required DateOnly LastUpdated { get; init; }
    public required ReadOnlySpan<int> Conditions { get; init; }
    public required ReadOnlySpan<int> BroaderConditions { get; init; }
    public required ReadOnlySpan<ushort> Countries { get; init; }
    public required ReadOnlySpan<PlacePoint> Points { get; init; }
}
