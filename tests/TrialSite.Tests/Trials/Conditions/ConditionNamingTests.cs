using TrialSite.Tests.Seeds;
using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class ConditionNamingTests
{
    [Theory]
    [InlineData("heart attack", "heart attack")]
    [InlineData("Heart Attacks", "heart attack")]
    [InlineData("Myocardial Infarction", "heart attack")]
    [InlineData("MI", "heart attack")]
    [InlineData("ALF", "acute liver failure")]
    [InlineData("Liver Failure, Acute", "acute liver failure")]
    [InlineData("liver failure acute", "acute liver failure")]
    [InlineData("NSCLC", "non-small cell lung cancer")]
    [InlineData("Non Small Cell Lung Cancer", "non-small cell lung cancer")]
    [InlineData("Cancer of the lung", "lung cancer")]
    [InlineData("Diabete Mellitus", "diabetes")]
    [InlineData("Type2 Diabetes", "type 2 diabetes")]
    [InlineData("Diabetes Mellitus, Type II", "type 2 diabetes")]
    [InlineData("COVID19", "COVID-19")]
    [InlineData("Sars-CoV-2", "COVID-19")]
    [InlineData("Chronic lymphocytic leukaemia", "chronic lymphocytic leukemia")]
    [InlineData("Coeliac disease", "celiac disease")]
    [InlineData("Crohns Disease", "Crohn's disease")]
    [InlineData("Crohn’s disease", "Crohn's disease")]
    [InlineData("Disk Herniated Lumbar", "herniated disc")]
    [InlineData("Allergic Bronchopulmonary Aspergillosis (ABPA)", "allergic bronchopulmonary aspergillosis")]
    [InlineData("Hepatitis A", "hepatitis A")]
    [InlineData("Hepatitis C", "hepatitis C")]
    [InlineData("  Something nobody listed  ", "Something nobody listed")]
    [InlineData("肝炎", "肝炎")]
    public void A_term_has_the_plain_name_of_what_it_means(string term, string name) => Assert.Equal(name, ConditionNaming.PlainName(term));

    [Theory]
    [InlineData("Leukemia, Lymphocytic, Chronic, B-Cell", "chronic lymphocytic leukemia")]
    [InlineData("Nasal Septal Perforation", "nasal septal perforation")]
    [InlineData("Anemia, Hemolytic, Autoimmune", "autoimmune hemolytic anemia")]
    [InlineData("Sarcoma, Clear Cell", "clear cell sarcoma")]
    [InlineData("Lymphoma, B-Cell", "B-cell lymphoma")]
    [InlineData("Kaposi Varicelliform Eruption", "Kaposi varicelliform eruption")]
    [InlineData("HIV Wasting Syndrome", "HIV wasting syndrome")]
    [InlineData("IgA Vasculitis", "IgA vasculitis")]
    [InlineData("Creutzfeldt-Jakob Syndrome", "Creutzfeldt-Jakob syndrome")]
    public void A_name_of_the_thesaurus_is_put_in_plain_order(string mesh, string name) => Assert.Equal(name, ConditionNaming.PlainNameOfMesh(mesh));

    [Fact]
    public void Every_condition_of_our_own_seeds_keeps_its_address()
    {
        var names = OwnSeeds().SelectMany(seed => seed.Conditions).Distinct().ToList();

        Assert.InRange(names.Count, 30, 1_000);
        Assert.All(names, name => Assert.Equal(Slug.From(name), Slug.From(ConditionNaming.PlainName(name))));
    }

    private static IEnumerable<TrialSite.Seeds.SeedDocument> OwnSeeds() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Select(file => TrialSite.Seeds.SeedParser.Parse(File.ReadAllBytes(file)).Document);
}
