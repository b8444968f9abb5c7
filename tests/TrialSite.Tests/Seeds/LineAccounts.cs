using System.Globalization;
using System.Text;
using TrialSite.Seeds;

namespace TrialSite.Tests.Seeds;

/// <summary>Checks, without the parser's own code, that what is said of each line is true.</summary>
internal static class LineAccounts
{
    private static readonly string[] Known =
    [
        "summary", "whatthiscouldmean", "activesubstance", "whatthiscouldleadto", "whatcouldgowrong", "disclaimer", "disclaimerreadmore", "importantdisclaimer",
        "getupdates", "getnotifiedaboutthisstudy", "oursafetyrecommendation", "conditions", "aslistedbythetrialregistrant", "contactsandlocations", "studycontacts", "locations",
        "nctid", "firstseen", "lastupdated", "bysubmittingyouagreetoourtermsofuse", "theconditionsthistrialrelatesto", "",
        "theconditiontermsexactlyasthetrialsregistrantenteredthem", "signuptogetupdateswhenthisstudychanges", "readmore", "readthefulldisclaimer",
        "nocontactsarelistedinourcopy", "noplacesarelistedinourcopy",
    ];

    private static readonly string[] KnownBeginnings =
        ["thisplace", "placesandtheirstatusaswesawthemon", "seecontactdetailsfornct", "theregistrantsowntermsarenotinourcopy", "signuptogetupdateswhenthisstudychangesorwhennewstudiesfor", "nocontactsarelistedinourcopy", "noplacesarelistedinourcopy"];

    private const int LongestSiteName = 60;

    private const string Sentences =
        "ourplainlanguagereadofthetrialthisisinformationalonlynotmedicaladviceoraprediction"
        + "thisisasummaryoftheoriginalstudysummariesmaymissdetailsorleaveoutimportantinformationbeforeapplyingoracceptingparticipationmakesureyouhavereadandunderstoodthefullstudy"
        + "takesnoresponsibilitywhatsoeverforanythingmissedmisunderstoodoracteduponasaresultofoursummaryweknowitdoesnotcaptureeverything";

    public static void Check(string text, SeedParseResult result)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        if (count > SeedParser.MaxLines || Encoding.UTF8.GetByteCount(text) > SeedParser.MaxBytes || text.Contains('\0', StringComparison.Ordinal))
            return;
        Assert.Equal(count, result.Lines.Count);
        var withProblem = result.Problems.Select(problem => problem.Line).ToHashSet();
        var words = Words(result.Document);
        for (var at = 0; at < count; at++)
            CheckLine(lines[at], at + 1, result.Lines[at], withProblem, words);
    }

    private static void CheckLine(string line, int number, SeedLineUse use, HashSet<int> withProblem, string words)
    {
        line = string.Concat(line.Where(character => character is not ('\u200B' or '\u2060' or '\uFEFF' or '\u00AD')));
        var isTrue = use switch
        {
            SeedLineUse.Blank => Letters(line).Length == 0,
            SeedLineUse.Problem => withProblem.Contains(number),
            SeedLineUse.Boilerplate => IsKnown(Letters(line)),
            _ => withProblem.Contains(number) || IsIn(line, words),
        };
        Assert.True(isTrue, $"line {number}, {use}: {line}");
    }

    private static bool IsKnown(string letters) =>
        Known.Contains(letters)
        || Array.Exists(KnownBeginnings, beginning => letters.StartsWith(beginning, StringComparison.Ordinal))
        || Enumerable.Range(0, LongestSiteName).Any(name => name <= letters.Length && Sentences.Contains(letters[..^name], StringComparison.Ordinal))
        || letters.Contains("takesnoresponsibilitywhatsoever", StringComparison.Ordinal)
        || letters.EndsWith("places", StringComparison.Ordinal) || letters.EndsWith("place", StringComparison.Ordinal)
        || letters.Replace("firstseen", "", StringComparison.Ordinal).Replace("lastupdated", "", StringComparison.Ordinal).Replace("nctid", "", StringComparison.Ordinal).Length == 0;

    /// <summary>Each word of the line, contact values and labels aside, is a word of the document.</summary>
    private static bool IsIn(string line, string words)
    {
        var isContact = line.Contains(':', StringComparison.Ordinal);
        if (isContact)
        {
            var label = new[] { "phone", "tel", "email", "e-mail" }.Select(label => line.IndexOf(label, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            if (label >= 0 && words.Contains(Letters(line[..label]), StringComparison.Ordinal))
                return true;
        }
        var letters = Letters(line).Replace("nctid", "", StringComparison.Ordinal);
        return words.Contains(letters, StringComparison.Ordinal)
            || line.Split([' ', ';', ',', '\t', '\u00A0', '\\'], StringSplitOptions.RemoveEmptyEntries).All(word => words.Contains(Letters(word), StringComparison.Ordinal));
    }

    private static string Words(SeedDocument document)
    {
        var words = new StringBuilder();
        Add(document.Title, document.NctId, document.Summary, "nctid", "first", "seen", "last", "updated", "contact");
        foreach (var day in new[] { document.FirstSeen, document.LastUpdated })
            Add(day?.ToString("MMM d yyyy", CultureInfo.InvariantCulture), day?.ToString("MMMM d yyyy", CultureInfo.InvariantCulture), day?.ToString("MMM dd yyyy", CultureInfo.InvariantCulture), day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Add(document.PlainLanguageRead?.ActiveSubstance, document.PlainLanguageRead?.CouldLeadTo, document.PlainLanguageRead?.CouldGoWrong);
        Add([.. document.Conditions]);
        Add([.. document.RegistrantConditions]);
        Add([.. document.Contacts.Select(contact => contact.Role)]);
        foreach (var place in document.Locations)
        {
            Add(place.Name, place.Status, $"{place.City}{place.State}{place.PostalCode}{place.Country}");
            Add([.. place.Contacts.Select(contact => contact.Role)]);
        }
        return words.ToString();

        void Add(params string?[] fields)
        {
            foreach (var field in fields)
                words.Append(Letters(field ?? "")).Append(' ');
        }
    }

    /// <summary>Letters and digits in lower case: what is left when blanks, marks and punctuation make no difference.</summary>
    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => Rune.ToLowerInvariant(rune).ToString()));
}
