namespace TrialSite.Search;

/// <summary>Where a place lies that a person names: a town of the world or a ZIP code of the United States. It keeps nothing of what it is asked.</summary>
public sealed class Gazetteer
{
    private const int MaxLength = 100;
    private const int MaxPlaces = 10;
    private const int WellKnown = 50_000;
    private const double SameAreaKilometres = 80;
    private const int ByFar = 10;
    private const int ShortestToMend = 4;
    private const int MostMended = 3;

    private readonly Lazy<PlaceTable> towns = new(() => PlaceTable.Unpack("cities.tsv.br"));
    private readonly Lazy<PlaceTable> zipCodes = new(() => PlaceTable.Unpack("zip-codes.tsv.br"));
    private readonly Lazy<PlaceAreas> areas = new(PlaceAreas.Read);

    /// <summary>Best first; empty when we know no such place.</summary>
    public IReadOnlyList<NamedPlace> Find(string text)
    {
        if (text.Length > MaxLength)
            return [];
        var words = PlaceKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var withoutCodes = words.Where(word => !word.Any(char.IsAsciiDigit)).ToArray();
        if (words.Select(ZipCode).FirstOrDefault(place => place is not null) is { } zipCode)
            return WithZipCode(zipCode, withoutCodes);
        var places = TownsNamed(words);
        return places is [] && withoutCodes.Length < words.Length ? TownsNamed(withoutCodes) : places;
    }

    /// <summary>The town of that name in the country; null when there is none, or when it could be one of several.</summary>
    public NamedPlace? Town(string city, string? region, string country)
    {
        if (city.Length > MaxLength || CountryCode(country) is not { } code)
            return null;
        var places = Towns(towns.Value.RowsOf(PlaceKey.Of(city))).Where(place => place.CountryCode == code).ToList();
        if (region is not null && places.Where(place => areas.Value.IsIn(code, place.Region, PlaceKey.Of(region))).ToList() is [var inRegion, ..])
            return inRegion;
        return places switch
        {
            [var only] => only,
            [var largest, var next, ..] when region is null && largest.Population >= ByFar * next.Population => largest,
            _ => null,
        };
    }

    /// <summary>The two letters of the country that is called so; null when we know none.</summary>
    public string? CountryCode(string country) => country.Length > MaxLength ? null : areas.Value.CountryCode(CountryNames.Plain(country));

    /// <summary>Places whose names are spelled almost so, the nearest and then the largest first; people rarely mistake the first letter.</summary>
    public IReadOnlyList<NamedPlace> SpelledAlmost(string text)
    {
        var name = text.Length > MaxLength ? "" : PlaceKey.Of(text.Split(',')[0]);
        if (name.Length is < ShortestToMend or > SearchWords.LongestWord)
            return [];
        var most = Spelling.MostEditsIn(name);
        return
        [
            .. towns.Value.RowsFrom(name[..1])
                .Select(row => (Row: row, Edits: Spelling.Edits(name, row[0], most)))
                .Where(town => town.Edits <= most)
                .Select(town => (Place: NamedPlace.Town(town.Row, areas.Value), town.Edits))
                .OrderBy(town => town.Edits).ThenByDescending(town => town.Place.Population)
                .Select(town => town.Place).Distinct().Take(MostMended),
        ];
    }

    /// <summary>"02139", "Cambridge MA 02139"; but in "10115 Berlin" the number is no ZIP code of Berlin's, so the town is meant.</summary>
    private IReadOnlyList<NamedPlace> WithZipCode(NamedPlace zipCode, string[] words)
    {
        if (words is [] || areas.Value.IsIn(zipCode.CountryCode, zipCode.Region, string.Join(' ', words)))
            return [zipCode];
        var places = TownsNamed(words);
        return places is [] || places.Any(place => GeoDistance.Between(place.Point, zipCode.Point).Kilometres < SameAreaKilometres) ? [zipCode] : places;
    }

    private NamedPlace? ZipCode(string word)
    {
        if (word.Length != 5 || word.Any(c => !char.IsAsciiDigit(c)))
            return null;
        return zipCodes.Value.RowsOf(word).Select(row => NamedPlace.ZipCode(row, areas.Value)).FirstOrDefault();
    }

    /// <summary>As many words as possible are the name, the rest says which region or country: "san jose costa rica".</summary>
    private IReadOnlyList<NamedPlace> TownsNamed(string[] words)
    {
        for (var length = words.Length; length > 0; length--)
        {
            var area = string.Join(' ', words[length..]);
            var places = Towns(towns.Value.RowsOf(string.Join(' ', words[..length]))).Where(place => area.Length == 0 || areas.Value.IsIn(place.CountryCode, place.Region, area)).ToList();
            if (places.Count > 0)
                return [.. places.Concat(length == words.Length ? LongerNames(words) : []).Distinct().Take(MaxPlaces)];
        }
        return [.. LongerNames(words).Take(MaxPlaces)];
    }

    /// <summary>"Frankfurt" can also be "Frankfurt (Oder)"; only places that many people know.</summary>
    private IEnumerable<NamedPlace> LongerNames(string[] words) =>
        words is [] ? [] : Towns(towns.Value.RowsFrom($"{string.Join(' ', words)} ")).Where(place => place.Population >= WellKnown).Distinct();

    private IEnumerable<NamedPlace> Towns(IEnumerable<string[]> rows) =>
        rows.Select(row => NamedPlace.Town(row, areas.Value)).OrderByDescending(place => place.Population);
}
