using System.Globalization;

namespace TrialSite.Trials;

/// <summary>What happened to a place, or to several at once.</summary>
internal static class PlaceSentence
{
    private const int MostWords = 20;

    public static string Of(FieldDifference difference)
    {
        if (difference.Places is not { } places)
            return $"{One(difference.Area)} {Predicate(difference)}.";
        var predicate = InPlural.Of(Predicate(difference));
        var sentence = $"{Many(places, difference.Area)} {predicate}.";
        return sentence.Split(' ').Length <= MostWords ? sentence : $"{Many(places, null)} {predicate}.";
    }

    /// <summary>"A place in Oslo, Norway,": what a comma opens, a comma ends.</summary>
    private static string One(string? area) =>
        ChangeSentence.IsShort(area) ? $"A place in {area}{(area!.Contains(',', StringComparison.Ordinal) ? "," : "")}" : "A place";

    private static string Many(int places, string? area) =>
        string.Create(CultureInfo.InvariantCulture, $"{places:#,0} places{(area is null ? "" : $" in {area}")}");

    private static string Predicate(FieldDifference difference) => difference.Field switch
    {
        TrialField.Location => difference.After is null ? "is no longer listed" : "was added",
        TrialField.LocationName => "has a new name",
        TrialField.LocationStatus => StatusVerb.Of(difference),
        TrialField.LocationAddress => "has a new address",
        TrialField.LocationContact => ContactPredicate.Of(difference),
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Field, "not of a place"),
    };
}
