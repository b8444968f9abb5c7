using System.Text;

namespace TrialSite.Benchmarks.Records;

/// <summary>Registrants' terms: mostly as in a real record, now and then one that nobody had typed like that.</summary>
internal static class ConditionMix
{
    private const double ShareQualified = 0.14;

    private static readonly string[] Before =
    [
        "Acute", "Advanced", "Adult", "Bilateral", "Childhood", "Chronic", "Congenital", "Early", "Early-stage", "Elderly", "Familial", "High-risk", "Hereditary", "Idiopathic", "Inoperable",
        "Juvenile", "Late", "Locally Advanced", "Low-risk", "Metastatic", "Mild", "Mild to Moderate", "Moderate", "Moderate to Severe", "Neonatal", "New-onset", "Non-severe", "Pediatric",
        "Persistent", "Postoperative", "Primary", "Recurrent", "Refractory", "Relapsed", "Resistant", "Secondary", "Severe", "Stable", "Stage I", "Stage II", "Stage III", "Stage IIIA",
        "Stage IIIB", "Stage IV", "Treatment-naive", "Uncontrolled", "Unresectable", "Untreated", "Unspecified",
    ];

    private static readonly string[] After =
    [
        "(Adults)", "(Disorder)", "After Surgery", "Aggravated", "and Anxiety", "and Obesity", "Grade 1", "Grade 2", "Grade 3", "Grade 4", "in Adolescence", "in Children", "in Infancy", "in Men",
        "in Old Age", "in Pregnancy", "in Remission", "in Women", "Induced by Drug", "Late Onset", "of Unknown Cause", "Prevention", "Progression", "Recurrent", "Syndrome", "Type 1", "Type 2",
        "Type I", "Type II", "Type III", "With Complications", "With Pain", "Without Complications", ", Adult", ", Unspecified", "- Moderate", "- Severe", "Flare", "Relapse", "Exacerbation",
    ];

    public static string Next(StockSentence term, Random random)
    {
        var words = new StringBuilder();
        term.Append(words, random);
        var chance = random.NextDouble();
        if (chance < ShareQualified / 2)
            words.Insert(0, ' ').Insert(0, Before[random.Next(Before.Length)]);
        else if (chance < ShareQualified)
            words.Append(' ').Append(After[random.Next(After.Length)]);
        return words.ToString();
    }
}
