using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Tests.Seeds;
using TrialSite.Trials;
using Xunit.Abstractions;

namespace TrialSite.Tests.Trials;

public sealed class TrialConditionsTests(ITestOutputHelper output)
{
    private static readonly RegistryRecord Empty = TestStudy.Record() with { Conditions = [], Keywords = [], MeshConditions = [], MeshAncestors = [] };

    [Fact]
    public void The_editors_come_first_and_the_records_other_spelling_is_not_said_again()
    {
        var seed = EditorialLayer.From(TestSeed.Number(1) with { Conditions = ["knee pain", "heart attack"] });
        var record = Empty with { Conditions = ["Myocardial Infarction", "Diabetes Mellitus, Type 2"], MeshConditions = [new("D009203", "Myocardial Infarction"), new("D003924", "Diabetes Mellitus, Type 2")] };

        var listed = TrialConditions.Of(new TrialLayers(seed, record));

        Assert.Equal(["knee pain", "heart attack", "type 2 diabetes"], Own(listed));
        Assert.Equal([null, "D009203", "D003924"], listed.Take(3).Select(condition => condition.MeshId));
        Assert.Equal(listed.Count, listed.Select(condition => condition.Slug).Distinct().Count());
    }

    [Fact]
    public void A_registrants_term_that_the_thesaurus_does_not_have_is_a_condition_too()
    {
        var listed = TrialConditions.Of(new TrialLayers(null, Empty with { Conditions = ["Adult Walking Weariness", "Heart Failure", " ", "."], MeshConditions = [new("D006333", "Heart Failure")] }));

        Assert.Equal(["heart failure", "Adult Walking Weariness"], Own(listed));
    }

    [Fact]
    public void Both_spellings_of_a_number_of_the_thesaurus_are_one() =>
        Assert.Equal("D006333", TrialConditions.Of(new TrialLayers(null, Empty with { MeshConditions = [new("D000006333", "Heart Failure")] }))[0].MeshId);

    [Fact]
    public void A_term_of_the_thesaurus_that_the_registrants_words_do_not_bear_out_is_left_out()
    {
        // As NCT05624086: the registry found "Hepatitis" in "Hepatitis C" and filed the trial under hepatitis A.
        var listed = TrialConditions.Of(new TrialLayers(null, Empty with
        {
            Conditions = ["Hepatitis C", "Erectile Dysfunction"],
            MeshConditions = [new("D000006506", "Hepatitis A"), new("D000006526", "Hepatitis C"), new("D000006505", "Hepatitis"), new("D000007172", "Erectile Dysfunction")],
            MeshAncestors = [new("D000008107", "Liver Diseases"), new("D000020018", "Sexual Dysfunctions, Psychological"), new("D000001523", "Mental Disorders"), new("D000013568", "Pathological Conditions, Signs and Symptoms")],
        }));

        Assert.Equal(["hepatitis C", "erectile dysfunction"], Own(listed));
        Assert.Equal(["infection", "liver disease", "liver inflammation", "sexual problems"], Broader(listed).Order());
    }

    [Fact]
    public void A_rare_disease_found_by_its_short_form_alone_is_left_out()
    {
        var listed = TrialConditions.Of(new TrialLayers(null, Empty with { Conditions = ["IgE Mediated Food Allergy"], MeshConditions = [new("D005512", "Food Hypersensitivity"), new("C562694", "Epilepsy, Idiopathic Generalized")] }));

        Assert.Equal(["food allergy"], Own(listed));
    }

    [Fact]
    public void A_kind_of_a_condition_is_also_found_under_what_it_is_a_kind_of()
    {
        var bySeed = TrialConditions.Of(new TrialLayers(EditorialLayer.From(TestSeed.Number(1) with { Conditions = ["acute liver failure"] }), null));
        var byRecord = TrialConditions.Of(new TrialLayers(null, Empty with { Conditions = ["Acute Liver Failure"], MeshConditions = [new("D017114", "Liver Failure, Acute")], MeshAncestors = [new("D017093", "Liver Failure"), new("D048550", "Hepatic Insufficiency"), new("D008107", "Liver Diseases")] }));

        Assert.Equal(["acute liver failure", "acute liver failure"], Own(bySeed).Concat(Own(byRecord)));
        Assert.Equal(["liver failure", "liver disease"], Broader(bySeed));
        Assert.Equal(["liver failure", "liver disease", "hepatic insufficiency"], Broader(byRecord));
    }

    [Fact]
    public void A_trial_that_says_no_condition_has_none() => Assert.Empty(TrialConditions.Of(new TrialLayers(null, Empty)));

    [SharedDataFact]
    public void Every_real_record_is_listed_once_under_each_of_its_conditions()
    {
        var (terms, known, without, slugs, conditions) = (0, 0, 0, new HashSet<string>(), 0);
        foreach (var (_, record) in SharedRecords.Files.SelectMany(SharedRecords.Of))
        {
            var listed = TrialConditions.Of(new TrialLayers(null, record));

            Assert.Equal(listed.Count, listed.Select(condition => condition.Slug).Distinct().Count());
            Assert.All(listed, condition => Assert.True(Slug.IsSlug(condition.Slug) && condition.Name.Trim().Length > 0));
            Assert.Equal(listed.Where(condition => condition.IsBroader), listed.SkipWhile(condition => !condition.IsBroader));
            Assert.All(record.Conditions.Where(term => term.Any(char.IsLetterOrDigit)), term => Assert.Contains(listed, condition => condition.Slug == Slug.From(ConditionNaming.PlainName(term)) || ConditionKey.Of(condition.Name) == ConditionKey.Of(term)));
            terms += record.Conditions.Count;
            known += record.Conditions.Count(term => ConditionNaming.Known(term) is not null);
            without += record.Conditions.Count > 0 && !listed.Any(condition => !condition.IsBroader) ? 1 : 0;
            slugs.UnionWith(listed.Select(condition => condition.Slug));
            conditions += listed.Count(condition => !condition.IsBroader);
        }

        output.WriteLine($"{terms} terms, {known} in our table; {conditions} listings under {slugs.Count} conditions, broader ones too; {without} records with a term under none");
        Assert.Equal(0, without);
    }

    private static string[] Own(IEnumerable<ListedCondition> listed) => [.. listed.Where(condition => !condition.IsBroader).Select(condition => condition.Name)];

    private static string[] Broader(IEnumerable<ListedCondition> listed) => [.. listed.Where(condition => condition.IsBroader).Select(condition => condition.Name)];
}
