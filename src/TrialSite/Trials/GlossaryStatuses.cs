namespace TrialSite.Trials;

/// <summary>What the status of a trial means: the sentence that pages say of a trial, and what more there is to know.</summary>
internal static class GlossaryStatuses
{
    private const string ExpandedAccess = "Expanded access";

    private static readonly Dictionary<string, string> More = new()
    {
        ["RECRUITING"] = "People who meet the rules can ask to join.",
        ["ENROLLING_BY_INVITATION"] = "The team chooses people itself, often from an earlier trial. You cannot ask to join.",
        ["NOT_YET_RECRUITING"] = "It is planned and may start later.",
        ["ACTIVE_NOT_RECRUITING"] = "The people in it are still treated or checked.",
        ["COMPLETED"] = "It ended in the way that was planned. That does not mean that the treatment worked.",
        ["SUSPENDED"] = "Nobody new can join while it is on hold.",
        ["TERMINATED"] = "The people in it are no longer treated or checked as part of it. The record often says why.",
        ["WITHDRAWN"] = "Nobody was ever treated or checked in it.",
        ["AVAILABLE"] = $"Ask your doctor: only a doctor can ask for it. See “{ExpandedAccess}”.",
        ["NO_LONGER_AVAILABLE"] = "It was once given outside a trial and is not now.",
        ["TEMPORARILY_NOT_AVAILABLE"] = "It may be offered again later.",
        ["APPROVED_FOR_MARKETING"] = "The treatment may now be sold, at least in one country. A doctor can say whether it is an option.",
        ["WITHHELD"] = "A law allows the company to show them later.",
        ["UNKNOWN"] = "That is 2 years or more, and its planned end has passed. It may have ended long ago.",
    };

    public static IReadOnlyList<GlossaryEntry> All { get; } = [.. RecruitmentStatus.All.Select(Of)];

    private static GlossaryEntry Of(RecruitmentStatus status) =>
        new(GlossaryPart.Status, status.Adjective, $"{status.Subject} {status.PresentVerb}. {More[status.RegistryWord]}", status.RegistryWord, status.RegistryWord == "AVAILABLE" ? ExpandedAccess : null);
}
