using System.Text.RegularExpressions;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>What a page calls a place of a record.</summary>
/// <remarks>
/// Registrants put other things into the field of the name: a sentence with a call centre's number (NCT00333281), "Research Site", a doctor's name
/// (NCT00920621). Then the place goes by its city, and the page says that the record does not name it. In doubt the field is a name: nobody can tell a
/// doctor's without a title (NCT00173134) from that of a clinic that is called after one.
/// </remarks>
/// <param name="Name">The name, or the city, or what else is known of where it lies.</param>
/// <param name="IsNamed">False when the name is only where it lies.</param>
/// <param name="ListedAs">A stand-in such as "Pfizer Investigational Site", that is not a name and tells who runs the place.</param>
public sealed partial record PlaceName(string Name, bool IsNamed, string? ListedAs)
{
    private const int MostWordsOfAPerson = 5;

    /// <summary>Each pattern takes time in proportion to the text, however it goes back. <c>NonBacktracking</c> would take 8 MB of memory.</summary>
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static PlaceName Of(RegistryLocation location)
    {
        if (location.Facility is { } facility && !IsSentence(facility) && !IsPerson(facility))
        {
            if (!StandIn().IsMatch(facility))
                return new(facility, true, null);
            return new(WhereItLies(location) ?? facility, false, facility);
        }
        return new(WhereItLies(location) ?? "A place", false, null);
    }

    private static string? WhereItLies(RegistryLocation location) => location.City ?? location.State ?? location.Country;

    /// <summary>Whom to ask, instead of where to go.</summary>
    private static bool IsSentence(string facility) => facility.Contains(" hidden)", StringComparison.Ordinal) || Request().IsMatch(facility);

    /// <summary>Only where the title says so and nothing says that it is a practice.</summary>
    private static bool IsPerson(string facility) =>
        Title().IsMatch(facility) && !Institution().IsMatch(facility) && facility.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfAPerson;

    [GeneratedRegex(@"for (additional|further|more) information|(please|to) (contact|call|e-?mail)\b|\bcontact us\b|speak (with|to) your\b|see (the )?(central )?contact", Options)]
    private static partial Regex Request();

    [GeneratedRegex(@"^(.{0,60} )?(investigational|investigative|investigator|selected)( study)? (site|cent(er|re))\b.{0,20}$|^((clinical|research|study) ){1,2}((site|facility)\b.{0,20}|cent(er|re))$|^.{0,30} (study|research) site$|^site\b[^a-z]*([a-z]{1,3}[\d -]+)?$", Options)]
    private static partial Regex StandIn();

    [GeneratedRegex(@"^(prof|proff?essor|dr|pd)\b\.?|,? (m\.?d|ph\.?d|d\.o|frcp)\.?$", Options)]
    private static partial Regex Title();

    [GeneratedRegex(@"hosp|clini|kli?ni|praxis|practice|office|cent|instit|universi|college|school|research|medic(al|ine)|health|group|service|foundation|department|unit|ziekenhuis|korhaz|hastane|sanator|consult|laborator|md anderson|m\.d\. anderson|corporation|\b(inc|llc|pllc|pc|pa|ltd|gmbh)\b|/id", Options)]
    private static partial Regex Institution();
}
