using TrialSite.Search;

namespace TrialSite.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Tumours", "tumor")]
    [InlineData("HAEMOPHILIA", "hemophilia")]
    [InlineData("oesophageal", "esophageal")]
    [InlineData("centre", "center")]
    [InlineData("allergies", "allergy")]
    [InlineData("metastases", "metastasis")]
    [InlineData("diseases", "disease")]
    [InlineData("biopsies", "biopsy")]
    [InlineData("viruses", "virus")]
    [InlineData("classes", "class")]
    [InlineData("arthritis", "arthritis")]
    [InlineData("virus", "virus")]
    [InlineData("four hours", "four hour")]
    [InlineData("Crohn's disease", "crohn disease")]
    [InlineData("Sjögren’s", "sjogren")]
    [InlineData("IL-2, TNFα", "il 2 tnfalpha")]
    [InlineData("Xolair™ (omalizumab)", "xolair omalizumab")]
    [InlineData("Curaçao Łódź", "curacao lodz")]
    [InlineData("肝 不全", "肝 不全")]
    [InlineData("\"NEAR(a b)\" OR * -- ;", "near a b or")]
    public void Spellings_of_one_word_become_one(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Fact]
    public void Half_a_pair_of_surrogates_is_no_word() => Assert.Equal(["a", "b"], SearchWords.Of("a \uD800 b \uDC00"));

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var words = SearchWords.Of(new string('a', 10_000) + " " + new string('ß', 100));

        Assert.Equal(2, words.Count);
        Assert.All(words, word => Assert.InRange(word.Length, 1, SearchWords.LongestWord + 8));
    }
}
