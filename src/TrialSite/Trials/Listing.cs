namespace TrialSite.Trials;

/// <summary>Whether this site shows a trial in its lists, as differences tell it.</summary>
public static class Listing
{
    private const string Listed = "listed";
    private const string Unlisted = "not listed";

    private const string Shown = "shown";

    public static readonly FieldDifference First = new(TrialField.Listing, null, null, Listed);
    public static readonly FieldDifference Again = new(TrialField.Listing, null, Unlisted, Listed);
    public static readonly FieldDifference NoLonger = new(TrialField.Listing, null, Listed, null);

    /// <summary>What the editor or the registry says of the trial appeared or vanished as a whole; its parts are no news by themselves.</summary>
    public static IEnumerable<FieldDifference> OfLayer(TrialField layer, bool wasShown, bool isShown) =>
        wasShown == isShown ? [] : [new(layer, null, wasShown ? Shown : null, isShown ? Shown : null)];
}
