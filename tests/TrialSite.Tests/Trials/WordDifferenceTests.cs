using CsCheck;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class WordDifferenceTests
{
    private static readonly Gen<string> Text = Gen.OneOf("a", "walk", "Walk", "pain\n", "less", "\n").Array[0, 30].Select(words => string.Join(' ', words));

    [Theory]
    [InlineData("a daily walk helps", "a daily walk helps", "a daily walk helps")]
    [InlineData("a daily walk helps", "A  Daily\twalk helps", "A Daily walk helps")]
    [InlineData("a daily walk helps", "a weekly walk helps", "a [-daily-] {+weekly+} walk helps")]
    [InlineData("a walk helps", "a walk never helps", "a walk {+never+} helps")]
    [InlineData("ten adults at one site", "six children at two sites", "[-ten adults at one site-] {+six children at two sites+}")]
    [InlineData("one\ntwo three", "one\ntwo four", "one\ntwo [-three-] {+four+}")]
    [InlineData(null, "a walk", "{+a walk+}")]
    [InlineData("a walk", null, "[-a walk-]")]
    [InlineData(null, null, "")]
    public void Removed_and_added_words_are_marked(string? before, string? after, string marked) =>
        Assert.Equal(marked, InOneLine(WordDifference.Between(before, after)));

    [Fact]
    public void Far_from_a_change_words_are_left_out()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60));

        Assert.Equal(
            "… 19 20 21 22 23 24 25 26 27 28 29 30 [-31-] {+x+} 32 33 34 35 36 37 38 39 40 41 42 43 …",
            InOneLine(WordDifference.InContext(text, text.Replace("31", "x", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_words_that_are_not_added_are_the_old_text_and_those_that_are_not_removed_the_new_one() =>
        Gen.Select(Text, Text).Sample((before, after) =>
        {
            var marked = WordDifference.Between(before, after);
            Assert.Equal(WordsOf(before), WordsOf(string.Join(' ', marked.Where(words => words.Mark != WordMark.Added).Select(words => words.Text))), StringComparer.OrdinalIgnoreCase);
            Assert.Equal(WordsOf(after), WordsOf(string.Join(' ', marked.Where(words => words.Mark != WordMark.Removed).Select(words => words.Text))));
        });

    [Fact]
    public async Task Two_texts_of_8_KB_without_a_word_in_common_are_compared_at_once()
    {
        var old = string.Concat(Enumerable.Repeat("a ", 4096));
        var now = string.Concat(Enumerable.Range(0, 1400).Select(i => $"w{i} "));

        await Quickly.Within(TimeSpan.FromSeconds(2), () =>
        {
            Assert.Equal([WordMark.Removed, WordMark.Added], WordDifference.Between(old, now).Select(words => words.Mark));
            Assert.Equal([WordMark.Removed, WordMark.Added], WordDifference.Between(now.Replace('w', 'x'), now).Select(words => words.Mark));
        });
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string InOneLine(IEnumerable<MarkedWords> marked) => string.Join(' ', marked.Select(words => words.Mark switch
    {
        WordMark.Removed => $"[-{words.Text}-]",
        WordMark.Added => $"{{+{words.Text}+}}",
        _ => words.Text,
    }));
}
