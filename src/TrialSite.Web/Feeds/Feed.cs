namespace TrialSite.Web.Feeds;

/// <summary>What an Atom feed tells, in plain text.</summary>
/// <param name="Path">The feed's own address on this site.</param>
/// <param name="Page">The page that tells the same to people.</param>
/// <param name="Title">What is followed.</param>
/// <param name="Since">When nothing happened yet, the feed is from then.</param>
/// <param name="Entries">The newest first.</param>
internal sealed record Feed(string Path, string Page, string Title, DateTimeOffset Since, IReadOnlyList<FeedEntry> Entries)
{
    public DateTimeOffset Updated => Entries.Count == 0 ? Since : Entries.Max(entry => entry.Updated);
}

/// <param name="Name">What stays the same for as long as it is the same thing.</param>
/// <param name="Page">The page that it is about.</param>
/// <param name="Title">A line.</param>
/// <param name="Text">Sentences, one a line.</param>
/// <param name="Published">When it was first there.</param>
/// <param name="Updated">When it last changed.</param>
internal sealed record FeedEntry(string Name, string Page, string Title, string Text, DateTimeOffset Published, DateTimeOffset Updated);
