using TrialSite.Registry;
using TrialSite.Trials;

namespace TrialSite.Web.Pages.Trials;

/// <summary>The trial's own status as its page says it on a day.</summary>
/// <param name="Record">What the registry holds.</param>
/// <param name="IsFollowed">False when the registry or this site no longer lists the trial: since then nobody has looked.</param>
/// <param name="Today">The day.</param>
public sealed record StatusNow(RegistryRecord Record, bool IsFollowed, DateOnly Today)
{
    private static readonly string[] ClosedWords = ["ACTIVE_NOT_RECRUITING", "COMPLETED", "SUSPENDED", "TERMINATED", "WITHDRAWN", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE", "APPROVED_FOR_MARKETING"];

    public RecruitmentStatus? Status { get; } = RecruitmentStatus.TryParse(Record.StatusWord, out var status) ? status : null;

    /// <summary>What it was before the registry called it unknown.</summary>
    public RecruitmentStatus? Before { get; } = Record.StatusWord == RecruitmentStatus.UnknownWord && RecruitmentStatus.TryParse(Record.LastKnownStatusWord, out var status) ? status : null;

    public Freshness Freshness { get; } = Freshness.Of(Record, Today);

    /// <summary>Offers of expanded access are no trial.</summary>
    public string Subject => Record.TypeWord == "EXPANDED_ACCESS" ? "This programme" : "This trial";

    public bool IsUnknown => Record.StatusWord == RecruitmentStatus.UnknownWord;

    /// <summary>Told as past: nobody has confirmed it for a year, or nobody looks any more.</summary>
    public bool IsPast => !IsUnknown && (Freshness.IsOld || !IsFollowed);

    public bool IsOpen => !IsPast && Status is { IsOpen: true };

    /// <summary>Its rules on who can join are of no use to anybody now.</summary>
    public bool IsClosed => ClosedWords.Contains(Record.StatusWord);

    public string? ConfirmedAgo => Freshness.Confirmed is { } date ? Freshness.Ago(date, Today) : null;

    /// <summary>Null when the registry's rule has nothing to say any more.</summary>
    public DateOnly? UnknownFrom => IsPast && IsFollowed ? Freshness.UnknownFrom : null;
}
