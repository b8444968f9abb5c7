namespace TrialSite.Seeds;

/// <summary>Reads the contacts of the whole trial.</summary>
/// <example>
/// Study contacts
///   • Contact
///     Phone: •••-•••-•••• Email: •••••@•••••
/// </example>
internal sealed class ContactsReader(SeedProblems problems)
{
    public SeedList<SeedContact> Read(List<SeedLine> lines)
    {
        var contacts = new ContactList(problems);
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            if (ContactLine.From(line.Words) is { } labels)
                contacts.AddLabels(line, labels);
            else if (!line.IsEscaped && SeedBoilerplate.IsAboutLocations(line.Words))
                line.Use = SeedLineUse.Boilerplate;
            else if (ContactLine.CleanRole(line.Words) is { Length: > 0 } role)
                contacts.AddRole(line, role);
            else
                problems.NotUsed(SeedCodes.MisplacedLine, line, "a list mark without a contact");
        }
        return contacts.Read();
    }
}
