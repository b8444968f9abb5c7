namespace TrialSite.Registry;

/// <summary>The text of who can take part as a readable structure; nothing of it is lost, blanks and line ends apart.</summary>
public sealed record RegistryCriteria(IReadOnlyList<CriteriaSection> Sections)
{
    public IEnumerable<CriteriaSection> Inclusion => Sections.Where(section => section.Kind == CriteriaKind.Inclusion);

    public IEnumerable<CriteriaSection> Exclusion => Sections.Where(section => section.Kind == CriteriaKind.Exclusion);

    /// <param name="text">As <see cref="RegistryText.Lines"/> gives it.</param>
    public static RegistryCriteria Of(string text)
    {
        var sections = new List<CriteriaSection>();
        var (kind, heading, list) = (CriteriaKind.Other, (string?)null, new CriteriaList());
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range];
            if (CriteriaHeading.In(line.Trim()) is not { } found)
            {
                list.Add(line);
                continue;
            }
            Close();
            (kind, heading, list) = (found.Kind, found.Text, new());
            list.Add(found.Rest);
        }
        Close();
        return new(sections);

        void Close()
        {
            if (heading is not null || list.Criteria.Count > 0)
                sections.Add(new(kind, heading, list.Criteria));
        }
    }
}
