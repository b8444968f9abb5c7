namespace TrialSite.Search;

/// <summary>Words that stand in nearly every text and tell no trial from another.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> All =
    [
        .. SearchWords.Of("a about after all also am an and any are as at be because been before being below between both but by can could did do does during each either for from had has have "
            + "having he her here him his how i if in into is it its least less may me more most must my no nor not of off on once one only or other our out over own per prior same "
            + "she should since so some such than that the their them then there these they this those through to too under until up upon use used using very via was we were what when "
            + "where whether which while who whom whose why will with within without would you your "
            + "criteria criterion exclusion inclusion participant patient study subject trial"),
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
