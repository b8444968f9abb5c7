namespace TrialSite.Seeds;

/// <summary>A place while its lines are being read.</summary>
internal sealed class LocationDraft(string name, bool hasMark, ContactList contacts)
{
    /// <summary>Whether a list mark began it; then its address needs no comma to be one.</summary>
    public bool HasMark { get; } = hasMark;

    public ContactList Contacts { get; } = contacts;

    public string? Status { get; set; }

    public AddressLine? Address { get; set; }

    public bool HasContact { get; set; }

    /// <summary>Whether the next line of text can only be the next place.</summary>
    public bool IsComplete => Address is not null || HasContact;

    public SeedLocation Read() => new()
    {
        Name = name,
        Status = Status,
        City = Address?.City,
        State = Address?.State,
        PostalCode = Address?.PostalCode,
        Country = Address?.Country,
        Contacts = Contacts.Read(),
    };
}
