namespace TrialSite.Trials;

/// <summary>What comes after "This trial" or "A place" when its contacts changed; a line for each contact.</summary>
internal static class ContactPredicate
{
    public static string Of(FieldDifference difference) => (difference.Before, difference.After) switch
    {
        (var gone, null) => $"no longer lists {(IsOne(gone) ? "one" : "some")} of its contacts",
        (null, var added) => IsOne(added) ? "has a new contact" : "has new contacts",
        (_, var now) => $"changed {(IsOne(now) ? "one" : "some")} of its contacts",
    };

    private static bool IsOne(string? contacts) => contacts?.Contains('\n', StringComparison.Ordinal) != true;
}
