using System.Globalization;
using TrialSite.Registry;

namespace TrialSite.Trials;

/// <summary>Words that are stored with a change of the record, and what a reader is told in their place.</summary>
internal static class RegistryWords
{
    public const string Yes = "yes";
    public const string No = "no";

    private const string NotApplicable = "NA";

    public static string? Of(bool? answer) => answer switch
    {
        true => Yes,
        false => No,
        null => null,
    };

    /// <summary>PHASE1 PHASE2 becomes "phase 1 and phase 2"; null when a word is not known, or none is a phase.</summary>
    public static string? OfPhases(string words)
    {
        var phases = words.Split(' ').Select(OfPhase).ToList();
        return phases.Contains(null) ? null : string.Join(" and ", phases);
    }

    public static string InWords(TrialField field, string word) => field switch
    {
        TrialField.RegistryStart or TrialField.RegistryMainCompletion or TrialField.RegistryCompletion when Milestone.Parse(word) is { } milestone =>
            $"{MilestoneSentence.InWords(milestone.Date)}{(milestone.IsActual == false ? " (planned)" : "")}",
        TrialField.RegistryEnrolment when Enrolment.Parse(word) is { } enrolment =>
            string.Create(CultureInfo.InvariantCulture, $"{enrolment.Count:#,0}{(enrolment.IsActual == false ? " (planned)" : "")}"),
        TrialField.RegistryResults => word == Yes ? "Results are posted" : "No results are posted",
        TrialField.RegistryHealthyVolunteers => word == Yes ? "Yes" : "No",
        TrialField.RegistryPhase => word == NotApplicable ? "Phases do not apply" : OfPhases(word) ?? word,
        TrialField.RegistryType => Glossary.TermOf(GlossaryPart.StudyType, word),
        TrialField.RegistrySex => Glossary.TermOf(GlossaryPart.Sex, word),
        _ => RecruitmentStatus.TryParse(word, out var status) ? status.Adjective : word,
    };

    private static string? OfPhase(string word) => word switch
    {
        "EARLY_PHASE1" => "early phase 1",
        "PHASE1" => "phase 1",
        "PHASE2" => "phase 2",
        "PHASE3" => "phase 3",
        "PHASE4" => "phase 4",
        _ => null,
    };
}
