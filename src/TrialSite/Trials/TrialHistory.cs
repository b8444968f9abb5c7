namespace TrialSite.Trials;

/// <summary>The changes of one trial, the newest first and its first listing last.</summary>
public sealed record TrialHistory(IReadOnlyList<TrialChange> Changes, int Total, int Page) : ListPage(Total, Page);
