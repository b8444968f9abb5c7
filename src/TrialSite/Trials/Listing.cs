namespace TrialSite.Trials;

/// <summary>Whether this site shows a trial in its lists, as differences tell it.</summary>
public static class Listing
{
    private const string Listed = "listed";
    private const string Unlisted = "not listed";

    public static readonly FieldDifference First = new(TrialField.Listing, null, null, Listed);
    public static readonly FieldDifference Again = new(TrialField.Listing, null, Unlisted, Listed);
    public static readonly FieldDifference NoLonger = new(TrialField.Listing, null, Listed, null);
}
