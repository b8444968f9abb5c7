namespace TrialSite.Registry;

/// <summary>A long text of the registry, such as the brief summary, as paragraphs and points within points; nothing of it is lost, blanks and line ends apart.</summary>
public static class RegistryPoints
{
    /// <param name="text">As <see cref="RegistryText.Lines"/> gives it.</param>
    public static IReadOnlyList<Criterion> Of(string text)
    {
        var list = new CriteriaList();
        foreach (var line in text.Split('\n'))
            list.Add(line);
        return list.Criteria;
    }
}
