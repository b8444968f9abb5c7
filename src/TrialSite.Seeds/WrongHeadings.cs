namespace TrialSite.Seeds;

/// <summary>Headings as editors write them from memory, each with the heading it was meant to be.</summary>
internal static class WrongHeadings
{
    private static readonly Dictionary<string, string> Table = new(StringComparer.OrdinalIgnoreCase);

    static WrongHeadings()
    {
        Add("Summary", "Our summary", "Short summary", "Plain summary", "Plain language summary", "Plain-language summary", "Brief summary", "Study summary",
            "Trial summary", "In short", "Overview", "Abstract", "Description", "About this study", "About this trial", "About the study", "What this study is about");
        Add("What this could mean", "What it could mean", "What this means", "What it means", "What this might mean", "What this may mean", "What could this mean");
        Add("Active substance", "Substance", "Active ingredient", "Active ingredients", "Study drug", "Drug", "What is tested", "What is being tested");
        Add("What this could lead to", "What it could lead to", "What could this lead to", "What this might lead to", "What this may lead to", "What could it lead to",
            "Where this could lead", "Possible benefit", "Possible benefits", "Possible benefit(s)", "Potential benefit", "Potential benefits", "Benefit", "Benefits",
            "Benefit(s)", "What could go right", "What could go well", "Hoped-for benefit", "Hopes");
        Add("What could go wrong", "What can go wrong", "What might go wrong", "What may go wrong", "What this could go wrong", "What could happen", "What can happen",
            "What might happen", "Possible risk", "Possible risks", "Possible risk(s)", "Potential risk", "Potential risks", "Risk", "Risks", "Risk(s)",
            "Risks and side effects", "Side effect", "Side effects", "Possible side effects", "Harms", "Possible harms", "Dangers", "Downsides", "Limitations");
        Add("Disclaimer", "Legal notice", "Important notice", "Important information");
        Add("Conditions", "Condition(s)", "Diseases", "Disease", "Illnesses", "Conditions studied");
        Add("As listed by the trial registrant", "As listed by the registrant", "Registrant's terms", "Terms of the registrant", "As registered");
        Add("Contacts and locations", "Contacts & locations", "Contact and location", "Locations and contacts");
        Add("Study contacts", "Contacts", "Study contact(s)", "Trial contacts", "Contact details", "Who to contact");
        Add("Locations", "Location(s)", "Places", "Sites", "Study sites", "Study locations", "Where it takes place", "Where");
    }

    /// <summary>The heading that was meant; null when the words are no known mistake.</summary>
    public static string? Meant(string words) => Table.GetValueOrDefault(words);

    private static void Add(string heading, params string[] wrong)
    {
        foreach (var words in wrong)
            Table.Add(words, heading);
    }
}
