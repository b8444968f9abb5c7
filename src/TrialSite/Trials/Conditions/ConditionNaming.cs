namespace TrialSite.Trials;

/// <summary>Says what a condition is called here, whatever an editor, a registrant, the thesaurus or a visitor calls it.</summary>
public static class ConditionNaming
{
    /// <summary>The plain name; the term itself when our table does not have it.</summary>
    public static string PlainName(string term)
    {
        var name = term.Trim();
        return Known(name)?.Name ?? name;
    }

    /// <summary>The thesaurus puts the thing first: "Liver Failure, Acute".</summary>
    public static string PlainNameOfMesh(string meshName) => LayNames.Ours.Named(meshName)?.Name ?? MeshName.InPlainOrder(meshName);

    /// <summary>The row of our table that the term means; "Allergic bronchopulmonary aspergillosis (ABPA)" means what stands before its short form.</summary>
    public static LayName? Known(string term) => LayNames.Ours.Named(term) ?? (WithoutShortForm(term) is { } words ? LayNames.Ours.Named(words) : null);

    private static string? WithoutShortForm(string term)
    {
        var text = term.AsSpan().TrimEnd();
        var open = text.LastIndexOf('(');
        return open > 0 && text.EndsWith(")") && text.Length - open <= 12 ? text[..open].Trim().ToString() : null;
    }
}
