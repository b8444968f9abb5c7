namespace TrialSite.Trials;

/// <summary>Kinds of things that are tested or compared.</summary>
internal static class GlossaryInterventions
{
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Of("DRUG", "Medicine", "A substance that is meant to treat, prevent or find an illness. The registry also files a placebo under this word."),
        Of("BIOLOGICAL", "Biological medicine or vaccine", "A medicine made from living things, such as a vaccine, an antibody or cells."),
        Of("DEVICE", "Medical device", "An object used in care, such as an implant, a monitor or an app."),
        Of("PROCEDURE", "Procedure", "Something that is done to the body, such as an operation or a stitch."),
        Of("RADIATION", "Radiation treatment", "Rays or particles that are sent into the body, often to kill cancer cells."),
        Of("BEHAVIORAL", "Behaviour or training", "Something that people do or learn, such as exercise, talking therapy or a new habit."),
        Of("GENETIC", "Gene treatment", "A treatment that puts genes into cells, or changes or takes out genes."),
        Of("DIETARY_SUPPLEMENT", "Food supplement", "Something taken in addition to food, such as a vitamin, a mineral or a plant extract."),
        Of("COMBINATION_PRODUCT", "Combined product", "Two kinds of product in one, such as a medicine inside a device."),
        Of("DIAGNOSTIC_TEST", "Diagnostic test", "A way to find an illness or to watch it, such as a scan or a blood test."),
        Of("OTHER", "Other", "Something that fits none of the registry's kinds, such as usual care, or a list of questions."),
    ];

    private static GlossaryEntry Of(string word, string term, string meaning) => new(GlossaryPart.Intervention, term, meaning, word);
}
