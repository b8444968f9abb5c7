using CsCheck;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class SlugTests
{
    [Theory]
    [InlineData("acute liver failure", "acute-liver-failure")]
    [InlineData("Type 1 Diabetes", "type-1-diabetes")]
    [InlineData("  COVID-19 ", "covid-19")]
    [InlineData("Crohn's disease", "crohns-disease")]
    [InlineData("Crohn’s disease", "crohns-disease")]
    [InlineData("Sjögren syndrome", "sjogren-syndrome")]
    [InlineData("Ménière disease", "meniere-disease")]
    [InlineData("Pain, chronic (knee)", "pain-chronic-knee")]
    [InlineData("HIV/AIDS", "hiv-aids")]
    [InlineData("ﬁbrosis", "fibrosis")]
    [InlineData("Stage Ⅳ cancer", "stage-iv-cancer")]
    [InlineData("H₂ allergy", "h2-allergy")]
    [InlineData("stroke – acute", "stroke-acute")]
    public void A_name_becomes_lower_case_letters_digits_and_hyphens(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Theory]
    [InlineData("Ηπατίτιδα", "c-")]
    [InlineData("肝衰竭", "c-")]
    [InlineData("β-thalassemia", "thalassemia-")]
    [InlineData("Großhirn", "gro-hirn-")]
    [InlineData("???", "c-")]
    [InlineData("", "c-")]
    public void A_name_that_loses_letters_keeps_its_identity_in_a_hash(string name, string start)
    {
        var slug = Slug.From(name);

        Assert.StartsWith(start, slug, StringComparison.Ordinal);
        Assert.Equal(start.Length + 8, slug.Length);
    }

    [Theory]
    [InlineData("HER2+ breast cancer", "HER2- breast cancer")]
    [InlineData("HER2 + breast cancer", "HER2- breast cancer")]
    [InlineData("ER+/HER2- cancer", "ER-/HER2+ cancer")]
    [InlineData("Rh-", "Rh+")]
    [InlineData("Rh−", "Rh+")]
    [InlineData("α-thalassemia", "β-thalassemia")]
    [InlineData("肝衰竭", "肝癌")]
    public void Names_that_mean_different_things_have_different_slugs(string one, string other) => Assert.NotEqual(Slug.From(one), Slug.From(other));

    [Theory]
    [InlineData("Acute Liver Failure", "acute liver failure")]
    [InlineData("acute-liver failure", "acute liver failure")]
    [InlineData("ΗΠΑΤΊΤΙΔΑ", "ηπατίτιδα")]
    [InlineData("Sjögren syndrome", "Sjo\u0308gren syndrome")]
    [InlineData("Ηπατίτιδα", "Ηπατι\u0301τιδα")]
    [InlineData("stroke", " stroke ")]
    [InlineData("肝衰竭", " 肝衰竭 ")]
    public void Spellings_of_one_name_have_one_slug(string one, string other) => Assert.Equal(Slug.From(one), Slug.From(other));

    [Fact]
    public void A_very_long_name_is_cut_and_told_apart_by_a_hash()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("liver", 40)));
        var other = Slug.From(string.Join(' ', Enumerable.Repeat("liver", 41)));

        Assert.StartsWith("liver-liver-", slug, StringComparison.Ordinal);
        Assert.InRange(slug.Length, 60, 80);
        Assert.NotEqual(slug, other);
    }

    [Fact]
    public void A_name_of_eighty_letters_needs_no_hash() => Assert.Equal(new string('a', 80), Slug.From(new string('A', 80)));

    [Fact]
    public void A_slug_is_its_own_slug_whatever_the_name() => Gen.String.Where(name => !name.Any(char.IsSurrogate)).Sample(name =>
    {
        var slug = Slug.From(name);
        Assert.Equal(slug, Slug.From(slug));
        Assert.True(Slug.IsSlug(slug));
    }, iter: 2000);
}
