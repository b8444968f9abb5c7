using TrialSite.Cli;

namespace TrialSite.Tests.Cli;

public sealed class ChangedWordsTests
{
    private const string Text = "one two three four five six seven eight nine ten eleven twelve";

    [Theory]
    [InlineData(Text, "one two three four five six SEVEN eight nine ten eleven twelve", "... three four five six seven eight nine ten eleven ...", "... three four five six SEVEN eight nine ten eleven ...")]
    [InlineData(Text, "one two three four five six eight nine ten eleven twelve", "... three four five six seven eight nine ten eleven ...", "... three four five six eight nine ten eleven ...")]
    [InlineData(Text, "zero " + Text, "one two three four ...", "zero one two three four ...")]
    [InlineData(Text, Text + " thirteen", "... nine ten eleven twelve", "... nine ten eleven twelve thirteen")]
    [InlineData(Text, "something else", Text, "something else")]
    [InlineData(Text, "one " + Text, "one two three four five ...", "one one two three four five ...")]
    [InlineData("a a a a a a a a a a a a", "a a a a a a a a a a a a a", "... a a a a", "... a a a a a")]
    [InlineData("one\n\ntwo three", "one\ntwo  four", "one two three", "one two four")]
    [InlineData("", "added", "", "added")]
    public void The_changed_words_stand_in_their_context(string before, string after, string old, string now) =>
        Assert.Equal((old, now), ChangedWords.InContext(before, after));
}
