using TrialSite.Trials;

namespace TrialSite.Alerts;

/// <summary>The site's addresses as mails give them; nothing but a token tells who follows a link.</summary>
/// <param name="baseUrl">What they begin with, without a slash at its end.</param>
public sealed class MailLinks(string baseUrl)
{
    public string Trials => $"{baseUrl}/trials";

    public string Privacy => $"{baseUrl}/privacy";

    /// <summary>Where a person asks for a link to manage what to get.</summary>
    public string AskToManage => $"{baseUrl}/follow/manage";

    public string Trial(NctId nctId) => $"{Trials}/{nctId}";

    public string History(NctId nctId) => $"{Trial(nctId)}/history";

    public string Confirm(string token) => $"{baseUrl}/follow/confirm/{token}";

    public string NotMe(string token) => $"{baseUrl}/follow/not-me/{token}";

    public string Manage(string token) => $"{baseUrl}/follow/manage/{token}";

    public string Stop(string token) => $"{baseUrl}/follow/stop/{token}";
}
