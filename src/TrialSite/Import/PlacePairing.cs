using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>Which places of two versions are the same one: with another status, moved within its country, or renamed at its address.</summary>
/// <remarks>Registrants call hundreds of places "Research Site": such a name tells nothing unless one place alone has it.</remarks>
internal static class PlacePairing
{
    public static Pairing<Location> Of(IReadOnlyList<Location> before, IReadOnlyList<Location> after, Func<Location, string> inAllWords)
    {
        var shared = Repeated(before).Union(Repeated(after)).ToHashSet();
        var known = Pairing<Location>.Of(before, after, inAllWords, InWords, NameAtPostalCode, place => $"{place.Name}|{place.City}|{place.Country}", NameInCountry);
        return Renamed(known);

        // A district and its city have one postal code (Lichtenberg, Berlin: NCT07221253).
        string? NameAtPostalCode(Location place) => place.PostalCode is null ? null : $"{place.Name}|{place.PostalCode}|{place.Country}";

        string? NameInCountry(Location place) => shared.Contains(Wording.Key(place.Name)) ? null : $"{place.Name}|{place.Country}";
    }

    /// <summary>A place without a name goes by where it lies, which its address says.</summary>
    public static string InWords(Location place) => place.Address is { } address ? place.Name == place.Area ? address : $"{place.Name}, {address}" : place.Name;

    private static IEnumerable<string> Repeated(IReadOnlyList<Location> places) =>
        places.GroupBy(place => Wording.Key(place.Name)).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static Pairing<Location> Renamed(Pairing<Location> known)
    {
        var (pairs, gone, added) = (known.Pairs.ToList(), known.Gone.ToList(), known.Added.ToList());
        foreach (var place in known.Gone.Where(place => place.Address is not null))
        {
            var there = added.Where(other => Wording.IsAlike(other.Address, place.Address)).ToList();
            var best = there.MaxBy(other => DistinctiveWords.InCommon(place, other));
            if (best is null || !(DistinctiveWords.InCommon(place, best) > 0 || IsAlone(place, there)))
                continue;
            pairs.Add((place, best));
            gone.Remove(place);
            added.Remove(best);
        }
        return new(pairs, gone, added);

        // A postal code is a street or a house; a city has many hospitals.
        bool IsAlone(Location place, List<Location> there) =>
            there.Count == 1 && (place.PostalCode is not null || place.Name == place.Area) && gone.Count(other => Wording.IsAlike(other.Address, place.Address)) == 1;
    }
}
