using TrialSite.Import;
using TrialSite.Registry;
using TrialSite.Tests.Registry;
using TrialSite.Trials;

namespace TrialSite.Tests.Import;

/// <summary>What happened to a layer of a trial, and the one difference that readers are told of.</summary>
public sealed record LayerChangeExample(string What, TrialLayers Before, TrialLayers After, FieldDifference Difference, string Sentence)
{
    public IReadOnlyList<FieldDifference> Differences => TrialComparison.Between(Before, After);

    public override string ToString() => What;
}

/// <summary>The editor's words and the registry's record, each appearing and vanishing as a whole.</summary>
internal static class LayerChangeExamples
{
    private static readonly EditorialLayer Words = EditorialLayer.From(TestSeed.Number(1) with { Conditions = ["heart failure"] });
    private static readonly RegistryRecord Record = TestStudy.Record() with { Conditions = ["Heart Failure"], MeshConditions = [], MeshAncestors = [] };

    public static IReadOnlyList<LayerChangeExample> All { get; } =
    [
        new("our words added", new(null, Record), new(Words, Record), new(TrialField.Editorial, null, null, "shown"), "We added our own words about this trial."),
        new("our words taken out", new(Words, Record), new(null, Record), new(TrialField.Editorial, null, "shown", null), "We took out our own words about this trial."),
        new("record appeared", new(Words, null), new(Words, Record), new(TrialField.Registry, null, null, "shown"), "What the registry says about this trial is now shown here."),
        new("record vanished", new(Words, Record), new(Words, null), new(TrialField.Registry, null, "shown", null), "The record of this trial is no longer in our copy of the registry."),
    ];
}
