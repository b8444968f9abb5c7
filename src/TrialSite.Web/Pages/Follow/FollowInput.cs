namespace TrialSite.Web.Pages.Follow;

/// <summary>What a person sent with the form, as sent.</summary>
public sealed record FollowInput
{
    /// <summary>The topic of the page that held the form.</summary>
    public string? About { get; init; }

    public string? Email { get; init; }
    public string[]? Topics { get; init; }
    public string? Frequency { get; init; }
    public string? Consent { get; init; }

    /// <summary>People do not see this field; programs fill it in.</summary>
    public string? Website { get; init; }
}
