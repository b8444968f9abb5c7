using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class NearWordsTests
{
    [Theory]
    [InlineData("strokke", "stroke")]
    [InlineData("astma", "asthma")]
    [InlineData("parkinsons diseese", "parkinson-disease")]
    [InlineData("Asthma", "asthma")]
    public void The_nearest_name_comes_first(string words, string slug) => Assert.Equal(slug, NearWords.To(words, 3)[0].Slug);

    [Theory]
    [InlineData("")]
    [InlineData("q")]
    [InlineData("zzzz xxxx")]
    public void Nothing_is_near_what_shares_few_letters_with_a_name(string words) => Assert.Empty(NearWords.To(words, 3));

    [Fact]
    public void A_row_is_named_once_however_many_of_its_names_are_near()
    {
        var found = NearWords.To("lung cancer", 50);

        Assert.Equal(found.Distinct(), found);
        Assert.True(found.Count > 3);
    }
}
