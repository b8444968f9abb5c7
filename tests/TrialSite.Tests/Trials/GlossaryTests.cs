using System.Text.RegularExpressions;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed partial class GlossaryTests
{
    private const int MostWordsOfASentence = 20;

    public static TheoryData<string> Terms => [.. Glossary.All.Select(entry => entry.Term)];

    [Fact]
    public void Each_entry_has_an_address_of_its_own() => Assert.Equal(Glossary.All.Count, Glossary.All.Select(entry => entry.Id).Distinct().Count());

    [Fact]
    public void Words_stand_from_A_to_Z()
    {
        var words = Glossary.Of(GlossaryPart.Word).Select(entry => entry.Term).ToList();

        Assert.True(words.Count >= 40);
        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Each_meaning_is_short_sentences(string term)
    {
        var meaning = Glossary.All.Single(entry => entry.Term == term).Meaning;

        Assert.EndsWith(".", meaning, StringComparison.Ordinal);
        Assert.All(EndOfSentence().Split(meaning), sentence => Assert.InRange(sentence.Split(' ').Length, 2, MostWordsOfASentence));
    }

    [Fact]
    public void Each_status_has_the_sentence_that_pages_say_of_it()
    {
        foreach (var status in RecruitmentStatus.All)
        {
            Assert.True(Glossary.TryExplain(GlossaryPart.Status, status.RegistryWord, out var entry));
            Assert.Equal(status.Adjective, entry.Term);
            Assert.Contains($" {status.PresentVerb}.", entry.Meaning, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_word_that_nobody_knew_is_said_in_small_letters() => Assert.Equal("Some new word", Glossary.TermOf(GlossaryPart.Status, "SOME_NEW_WORD"));

    [SharedDataFact]
    public void Every_word_of_the_real_records_has_an_entry()
    {
        foreach (var (_, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            foreach (var (part, word) in Words(record))
                Assert.True(Glossary.TryExplain(part, word, out _), $"{record.NctId}: {part} {word}");
        }
    }

    private static IEnumerable<(GlossaryPart, string)> Words(RegistryRecord record) =>
        new[] { record.StatusWord, record.LastKnownStatusWord }.Concat(record.Locations.Select(place => place.StatusWord)).Select(word => (GlossaryPart.Status, word))
            .Concat(record.PhaseWords.Select(word => (GlossaryPart.Phase, (string?)word)))
            .Concat(record.Interventions.Select(tested => (GlossaryPart.Intervention, tested.TypeWord)))
            .Append((GlossaryPart.StudyType, record.TypeWord))
            .Append((GlossaryPart.Sex, record.Eligibility.SexWord))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Item1, pair.Item2!));

    [GeneratedRegex(@"(?<=[.:]) ")]
    private static partial Regex EndOfSentence();
}
