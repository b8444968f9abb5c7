using System.Globalization;

namespace TrialSite.Registry;

/// <summary>A term of the thesaurus of the US National Library of Medicine, by which the registry files conditions.</summary>
public sealed record MeshTerm(string Id, string Term)
{
    /// <summary>The library gave out numbers of 6 digits up to D066..., then of 9.</summary>
    private const int FirstOfNineDigits = 66_400;

    /// <summary>The id as the library spells it; the registry writes D007172 also as D000007172 (seen since 2023).</summary>
    public static string Canonical(string id) =>
        id.Length == 10 && id[0] == 'D' && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < FirstOfNineDigits
            ? $"D{number:D6}"
            : id;
}
