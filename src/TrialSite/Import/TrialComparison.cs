using TrialSite.Trials;

namespace TrialSite.Import;

/// <summary>What a reader sees changed between two versions. White space, case and order alone are no change.</summary>
public static class TrialComparison
{
    public static IReadOnlyList<FieldDifference> Differences(EditorialLayer before, EditorialLayer after) =>
    [
        .. OfText("title", before.Title, after.Title),
        .. OfText("summary", before.Summary?.Markdown, after.Summary?.Markdown),
        .. OfText("activeSubstance", before.PlainLanguageRead?.ActiveSubstance?.Markdown, after.PlainLanguageRead?.ActiveSubstance?.Markdown),
        .. OfText("couldLeadTo", before.PlainLanguageRead?.CouldLeadTo?.Markdown, after.PlainLanguageRead?.CouldLeadTo?.Markdown),
        .. OfText("couldGoWrong", before.PlainLanguageRead?.CouldGoWrong?.Markdown, after.PlainLanguageRead?.CouldGoWrong?.Markdown),
        .. OfNames("condition", before.Conditions, after.Conditions),
        .. OfNames("registrantCondition", before.RegistrantConditions, after.RegistrantConditions),
        .. OfContacts("contact", null, before.Contacts, after.Contacts),
        .. OfLocations(before.Locations, after.Locations),
    ];

    private static IEnumerable<FieldDifference> OfText(string field, string? before, string? after, string? subject = null)
    {
        if (!IsSame(before, after))
            yield return new(field, subject, before, after);
    }

    private static IEnumerable<FieldDifference> OfNames(string field, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var name in before.Where(name => !after.Any(other => IsSame(name, other))))
            yield return new(field, name, name, null);
        foreach (var name in after.Where(name => !before.Any(other => IsSame(name, other))))
            yield return new(field, name, null, name);
    }

    private static IEnumerable<FieldDifference> OfContacts(string field, string? place, IReadOnlyList<Contact> before, IReadOnlyList<Contact> after) =>
        OfNames(field, [.. before.Select(InWords)], [.. after.Select(InWords)])
            .Select(difference => place is null ? difference : difference with { Subject = $"{place}: {difference.Subject}" });

    private static string InWords(Contact contact) => (contact.HasPhone, contact.HasEmail) switch
    {
        (true, true) => $"{contact.Role} (phone and e-mail)",
        (true, false) => $"{contact.Role} (phone)",
        (false, true) => $"{contact.Role} (e-mail)",
        _ => contact.Role,
    };

    private static IEnumerable<FieldDifference> OfLocations(IReadOnlyList<Location> before, IReadOnlyList<Location> after)
    {
        var pairs = PairLocations(before, after);
        foreach (var (old, now) in pairs)
            foreach (var difference in OfLocation(old, now))
                yield return difference;
        foreach (var gone in before.Except(pairs.Select(pair => pair.Before), ReferenceEqualityComparer.Instance).Cast<Location>())
            yield return new("location", gone.Name, InWords(gone), null);
        foreach (var added in after.Except(pairs.Select(pair => pair.After), ReferenceEqualityComparer.Instance).Cast<Location>())
            yield return new("location", added.Name, null, InWords(added));
    }

    private static IEnumerable<FieldDifference> OfLocation(Location before, Location after) =>
    [
        .. OfText("location.name", before.Name, after.Name, after.Name),
        .. OfText("location.status", before.Status?.Adjective ?? before.StatusWord, after.Status?.Adjective ?? after.StatusWord, after.Name),
        .. OfText("location.address", before.Address, after.Address, after.Name),
        .. OfContacts("location.contact", after.Name, before.Contacts, after.Contacts),
    ];

    /// <summary>A place has no number of its own: the same name and address is the same place, then the same name, then the same address (renamed).</summary>
    private static List<(Location Before, Location After)> PairLocations(IReadOnlyList<Location> before, IReadOnlyList<Location> after)
    {
        var pairs = new List<(Location Before, Location After)>();
        var old = new List<Location>(before);
        var now = new List<Location>(after);
        Pair(place => $"{place.Name}|{place.Address}");
        Pair(place => place.Name);
        Pair(place => place.Address);
        return pairs;

        void Pair(Func<Location, string?> key)
        {
            var waiting = now.Where(place => key(place) is not null)
                .GroupBy(place => Normalise(key(place)!))
                .ToDictionary(group => group.Key, group => new Queue<Location>(group));
            foreach (var place in old.ToList())
            {
                if (key(place) is not { } text || !waiting.TryGetValue(Normalise(text), out var matches) || !matches.TryDequeue(out var match))
                    continue;
                pairs.Add((place, match));
                old.Remove(place);
                now.Remove(match);
            }
        }
    }

    private static string InWords(Location location) => location.Address is { } address ? $"{location.Name}, {address}" : location.Name;

    private static bool IsSame(string? one, string? other) => Normalise(one ?? "") == Normalise(other ?? "");

    private static string Normalise(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
