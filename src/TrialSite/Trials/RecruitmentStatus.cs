using System.Diagnostics.CodeAnalysis;

namespace TrialSite.Trials;

/// <summary>Whether a place is looking for people: the registry's word, and ours beside it.</summary>
public sealed class RecruitmentStatus
{
    /// <summary>The registry's own, when nobody confirmed a status for long.</summary>
    public const string UnknownWord = "UNKNOWN";

    public static readonly RecruitmentStatus Recruiting = new("RECRUITING", "Recruiting", "is looking for people now", "was looking for people", "started looking for people", isOpen: true);

    public static IReadOnlyList<RecruitmentStatus> All { get; } =
    [
        Recruiting,
        new("ENROLLING_BY_INVITATION", "By invitation", "takes only people whom it invites", "took only people whom it invited", "now takes only people whom it invites"),
        new("NOT_YET_RECRUITING", "Not yet recruiting", "is not looking for people yet", "was not looking for people yet", "now says that it is not looking for people yet"),
        new("ACTIVE_NOT_RECRUITING", "Active, not recruiting", "is running and takes no new people", "was running and took no new people", "stopped looking for people"),
        new("COMPLETED", "Completed", "has finished", "had finished", "finished"),
        new("SUSPENDED", "Suspended", "has stopped for now and may start again", "had stopped for now", "stopped for now"),
        new("TERMINATED", "Terminated", "has stopped early and will not start again", "had stopped early", "stopped early"),
        new("WITHDRAWN", "Withdrawn", "stopped before the first person joined", "had stopped before the first person joined", "stopped before the first person joined"),
        new("AVAILABLE", "Available", "offers the treatment outside a trial", "offered the treatment outside a trial", "started to offer the treatment outside a trial", isOpen: true),
        new("NO_LONGER_AVAILABLE", "No longer available", "no longer offers the treatment", "no longer offered the treatment", "stopped offering the treatment"),
        new("TEMPORARILY_NOT_AVAILABLE", "Temporarily not available", "does not offer the treatment for now", "did not offer the treatment then", "stopped offering the treatment for now"),
        new("APPROVED_FOR_MARKETING", "Approved for marketing", "no longer runs, because the treatment is approved", "no longer ran, because the treatment was approved", "stopped, because the treatment was approved"),
        new("WITHHELD", "Withheld", "has details that are not public yet", "had details that were not public yet", "no longer makes its details public"),
        new(UnknownWord, "Unknown", "has not confirmed its status for a long time", "had not confirmed its status for a long time", "has not confirmed its status for a long time"),
    ];

    private static readonly Dictionary<string, RecruitmentStatus> ByRegistryWord = All.ToDictionary(status => status.RegistryWord);

    private RecruitmentStatus(string registryWord, string adjective, string presentVerb, string pastVerb, string changeVerb, bool isOpen = false) =>
        (RegistryWord, Adjective, PresentVerb, PastVerb, ChangeVerb, IsOpen) = (registryWord, adjective, presentVerb, pastVerb, changeVerb, isOpen);

    /// <summary>As ClinicalTrials.gov writes it: <c>ACTIVE_NOT_RECRUITING</c>.</summary>
    public string RegistryWord { get; }

    /// <summary>The words of the tag, in sentence case.</summary>
    public string Adjective { get; }

    /// <summary>What comes after "This place" while the information is fresh.</summary>
    public string PresentVerb { get; }

    /// <summary>What comes after "This place" when the information is old.</summary>
    public string PastVerb { get; }

    /// <summary>What comes after "A place" when its status became this one.</summary>
    public string ChangeVerb { get; }

    public bool IsOpen { get; }

    /// <summary>Who is spoken of when all of it has the status: what is offered outside a trial is none.</summary>
    public string Subject =>
        RegistryWord is "AVAILABLE" or "NO_LONGER_AVAILABLE" or "TEMPORARILY_NOT_AVAILABLE" or "APPROVED_FOR_MARKETING" ? "The programme" : "The trial";

    public static bool TryParse(string? registryWord, [NotNullWhen(true)] out RecruitmentStatus? status) =>
        ByRegistryWord.TryGetValue(registryWord ?? "", out status);

    public override string ToString() => RegistryWord;
}
