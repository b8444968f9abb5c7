namespace TrialSite.Seeds;

/// <summary>The contacts of a trial or of a place while their lines are being read.</summary>
internal sealed class ContactList(SeedProblems problems)
{
    private const string DefaultRole = "Contact";
    private readonly List<SeedContact> contacts = [];
    private ContactLine? open;
    private bool isLabelled;

    /// <summary>A role whose labels follow on a later line.</summary>
    public void AddRole(SeedLine line, string role)
    {
        Close();
        var words = ContactLine.CleanRole(SeedField.OneLine(line, role, problems));
        open = new ContactLine(words.Length > 0 ? words : DefaultRole, false, false);
        isLabelled = false;
    }

    /// <summary>A line with labels: another contact when it has a role, otherwise what was missing of the last one.</summary>
    public void AddLabels(SeedLine line, ContactLine labels)
    {
        if (labels.Role.Length > 0)
            AddRole(line, labels.Role);
        else if (open is null || (isLabelled && ((labels.HasPhone && open.HasPhone) || (labels.HasEmail && open.HasEmail))))
        {
            problems.Warning(SeedCodes.ContactWithoutRole, line, "phone and email stand here without a role; read as \"Contact\"");
            AddRole(line, DefaultRole);
        }
        open = open! with { HasPhone = open.HasPhone || labels.HasPhone, HasEmail = open.HasEmail || labels.HasEmail };
        isLabelled = true;
    }

    public SeedList<SeedContact> Read()
    {
        Close();
        return [.. contacts];
    }

    private void Close()
    {
        if (open is { } contact)
            contacts.Add(new SeedContact(contact.Role, contact.HasPhone, contact.HasEmail));
        open = null;
    }
}
