using System.Globalization;
using CsCheck;
using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

/// <summary>How a text about who can take part becomes lists.</summary>
public sealed class RegistryCriteriaTests
{
    [Fact]
    public void The_usual_text_has_two_lists()
    {
        var criteria = RegistryCriteria.Of("Inclusion Criteria:\n\n* Aged 18 or older\n* Can walk\n\nExclusion Criteria:\n\n1. Fell last year\n2. Cannot come");

        Assert.Equal("""
            Inclusion: Inclusion Criteria:
              [*] Aged 18 or older
              [*] Can walk
            Exclusion: Exclusion Criteria:
              [1.] Fell last year
              [2.] Cannot come
            """, InLines(criteria));
        Assert.Single(criteria.Inclusion);
        Assert.Single(criteria.Exclusion);
    }

    [Fact]
    public void Points_lie_within_points_as_they_are_indented()
    {
        var criteria = RegistryCriteria.Of("1. One of these:\n\n   * a cane\n   * a frame\n\n     with wheels\n2. Shoes\n    * a) flat\n  * new\n\nA paragraph.\n\n- Last");

        Assert.Equal("""
            Other: 
              [1.] One of these:
                [*] a cane
                [*] a frame
                  with wheels
              [2.] Shoes
                [*] a) flat
                [*] new
              A paragraph.
              [-] Last
            """, InLines(criteria));
    }

    [Fact]
    public void What_stands_before_and_behind_the_lists_stays()
    {
        var criteria = RegistryCriteria.Of("People of two towns.\n\nINCLUSION CRITERIA: Group A\n\n* Walks\n\nExclusion Criteria:• Sits\n\nNote: Other protocol defined Inclusion/Exclusion criteria may apply.");

        Assert.Equal("""
            Other: 
              People of two towns.
            Inclusion: INCLUSION CRITERIA:
              Group A
              [*] Walks
            Exclusion: Exclusion Criteria:
              [•] Sits
              Note: Other protocol defined Inclusion/Exclusion criteria may apply.
            """, InLines(criteria));
    }

    [Theory]
    [InlineData("Inclusion Criteria", CriteriaKind.Inclusion)]
    [InlineData("Exclusion criteria :", CriteriaKind.Exclusion)]
    [InlineData("Key Inclusion Criteria:", CriteriaKind.Inclusion)]
    [InlineData("* EXCLUSION CRITERIA:", CriteriaKind.Exclusion)]
    [InlineData("-INCLUSION CRITERIA:", CriteriaKind.Inclusion)]
    [InlineData("2. Exclusion Criteria", CriteriaKind.Exclusion)]
    [InlineData("Criteria of inclusion:", CriteriaKind.Inclusion)]
    [InlineData("Part D Abbreviated Inclusion Criteria", CriteriaKind.Inclusion)]
    [InlineData("Exclusion:", CriteriaKind.Exclusion)]
    [InlineData("Exclusion criteria.", CriteriaKind.Exclusion)]
    [InlineData("Non-inclusion criteria:", CriteriaKind.Exclusion)]
    [InlineData("Inclusion and Exclusion Criteria:", CriteriaKind.Other)]
    [InlineData("People are excluded if one of the following applies:", CriteriaKind.Exclusion)]
    public void A_heading_says_who_is_meant(string line, CriteriaKind kind)
    {
        var section = Assert.Single(RegistryCriteria.Of(line).Sections);

        Assert.Equal((kind, line), (section.Kind, section.Heading));
    }

    [Theory]
    [InlineData("Other protocol-defined exclusion criteria may apply.")]
    [InlineData("* Not fulfilling inclusion criteria")]
    [InlineData("* In an exclusion period of another study")]
    [InlineData("People are not excluded if one of the following applies:")]
    [InlineData("Two of the following criteria:")]
    [InlineData("Age over 17")]
    public void A_sentence_about_criteria_is_no_heading(string line)
    {
        var section = Assert.Single(RegistryCriteria.Of(line).Sections);

        Assert.Null(section.Heading);
    }

    [Theory]
    [InlineData("* a", "*")]
    [InlineData("• a", "•")]
    [InlineData("-a", "-")]
    [InlineData("12. a", "12.")]
    [InlineData("3) a", "3)")]
    [InlineData("(b) a", "(b)")]
    [InlineData("iv. a", "iv.")]
    [InlineData("*", "*")]
    [InlineData("-5 degrees", null)]
    [InlineData("A. Person", null)]
    [InlineData("7.1 AST", null)]
    [InlineData("(or more) people", null)]
    [InlineData("2024. A year", null)]
    [InlineData("word", null)]
    public void A_point_begins_with_a_marker(string line, string? marker) =>
        Assert.Equal(marker, Assert.Single(Assert.Single(RegistryCriteria.Of(line).Sections).Criteria).Marker);

    [Fact]
    public void An_empty_text_has_no_section() => Assert.Empty(RegistryCriteria.Of("").Sections);

    [Fact]
    public void Nothing_is_lost()
    {
        var pieces = Gen.OneOf("Inclusion Criteria:", "Exclusion", " criteria", ":", "\n", "\n\n", "\n  ", "\n    ", "* ", "- ", "-", "•", "1. ", "a) ", "(iv) ", "word", " more words", "(", ")", "excluded following", " ");
        pieces.Array[0, 40].Select(string.Concat).Sample(text => Assert.Equal(Letters(text), Letters(InOrder(RegistryCriteria.Of(text)))), iter: 5000);
    }

    /// <summary>All characters but blanks.</summary>
    internal static string Letters(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    internal static string InOrder(RegistryCriteria criteria) =>
        string.Concat(criteria.Sections.Select(section => section.Heading + string.Concat(section.Criteria.Select(InOrder))));

    private static string InOrder(Criterion criterion) => criterion.Marker + criterion.Text + string.Concat(criterion.Inner.Select(InOrder));

    private static string InLines(RegistryCriteria criteria) =>
        string.Join('\n', criteria.Sections.Select(section => string.Join('\n', [$"{section.Kind}: {section.Heading}", .. section.Criteria.Select(criterion => InLines(criterion, 2))])));

    private static string InLines(Criterion criterion, int indentation) =>
        string.Join('\n', [new string(' ', indentation) + (criterion.Marker is { } marker ? string.Create(CultureInfo.InvariantCulture, $"[{marker}] ") : "") + criterion.Text, .. criterion.Inner.Select(inner => InLines(inner, indentation + 2))]);
}
