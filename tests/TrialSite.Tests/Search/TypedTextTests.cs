using TrialSite.Search;

namespace TrialSite.Tests.Search;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("liver failure", "liver|failure")]
    [InlineData("\"liver failure\" china", "liver failure|china")]
    [InlineData("“liver failure”", "liver failure")]
    [InlineData("IL-2 and cancer", "il 2|cancer")]
    [InlineData("\"never closed", "never|closed")]
    [InlineData("cancer Cancer cancers", "cancer")]
    [InlineData("the who", "the|who")]
    [InlineData("--- ''' ()", "")]
    [InlineData("", "")]
    public void What_was_typed_becomes_words_and_phrases(string text, string terms) => Assert.Equal(terms, string.Join('|', TypedText.Terms(text)));

    [Fact]
    public void Only_so_many_terms_are_looked_for() =>
        Assert.Equal(TypedText.MostTerms, TypedText.Terms(string.Join(' ', Enumerable.Range(0, 200).Select(number => $"word{number}"))).Count);
}
