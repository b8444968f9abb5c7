namespace TrialSite.Tests.Reading;

public sealed class ReadingGradeTests
{
    [Theory]
    [InlineData("the", 1)]
    [InlineData("trial", 2)]
    [InlineData("table", 2)]
    [InlineData("watched", 1)]
    [InlineData("treated", 2)]
    [InlineData("handled", 2)]
    [InlineData("takes", 1)]
    [InlineData("changes", 2)]
    [InlineData("being", 2)]
    [InlineData("serious", 3)]
    [InlineData("special", 2)]
    [InlineData("medicine", 3)]
    [InlineData("condition", 3)]
    [InlineData("information", 4)]
    [InlineData("participation", 5)]
    [InlineData("careful", 2)]
    [InlineData("people's", 2)]
    [InlineData("doesn’t", 2)]
    [InlineData("e-mail", 2)]
    [InlineData("MRI", 3)]
    [InlineData("2,024", 1)]
    [InlineData("NCT06904755", 1)]
    public void A_word_has_so_many_syllables(string word, int count) => Assert.Equal(count, Syllables.In(word));

    [Theory]
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 7.6)]
    public void The_grade_is_that_of_the_formula(string text, double grade) => Assert.Equal(grade, ReadingGrade.Of([text]).Grade, 0.1);

    [Fact]
    public void A_sentence_ends_at_its_full_stop_or_with_its_block() =>
        Assert.Equal(
            ["Take 1.5 mg a day.", "Is it safe?", "It says “No.”", "A point without a full stop", "Yes."],
            ReadingGrade.Of(["Take 1.5 mg a day. Is it safe? It says “No.”", "A point without a full stop", "Status", "Yes."]).Sentences.Select(sentence => sentence.Text));

    [Fact]
    public void What_is_over_the_limit_is_named_the_hardest_first()
    {
        var over = ReadingGrade.Of(["The sun is up.", "Participation necessitates considerable deliberation."]).Over(7);
        Assert.Contains("Participation necessitates considerable deliberation.", over, StringComparison.Ordinal);
        Assert.DoesNotContain("The sun is up.", over, StringComparison.Ordinal);
    }
}
