using TrialSite.Search;
using TrialSite.Trials;

namespace TrialSite.Tests.Search;

public sealed class SearchHitTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Theory]
    [InlineData("RECRUITING", "2025-06-01", true)]
    [InlineData("RECRUITING", "2025-07-01", false)]
    [InlineData("SUSPENDED", "2020-01-01", true)]
    [InlineData("COMPLETED", "2007-10-01", false)]
    [InlineData("TERMINATED", "2007-10-01", false)]
    [InlineData("UNKNOWN", "2007-10-01", false)]
    [InlineData(null, "2007-10-01", false)]
    public void Only_a_status_that_can_have_changed_grows_old(string? word, string seenOn, bool isOld) =>
        Assert.Equal(isOld, Hit(word, DateOnly.Parse(seenOn, System.Globalization.CultureInfo.InvariantCulture)).IsStatusOld(Today));

    private static SearchHit Hit(string? word, DateOnly seenOn) => new(
        new(NctId.TryParse("NCT09000001", out var nctId) ? nctId : throw new FormatException(), StatusChoice.OfWord(word), [], Today, Today, IsOpen: false, HasRead: false, HasPlaces: true, null),
        "Walking study", seenOn, null, [], null);
}
