namespace TrialSite.Seeds;

/// <summary>The condition that the sign-up sentence names, perhaps in capitals.</summary>
internal sealed record PrimaryCondition(string Name, SeedLine Line)
{
    public bool IsCalled(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as this name and what is left; only this name when nothing is left; null when the text begins otherwise.</summary>
    public string[]? SplitFrom(string text)
    {
        if (IsCalled(text))
            return [text];
        var isFirst = text.StartsWith(Name, StringComparison.OrdinalIgnoreCase) && text[Name.Length] == ' ';
        return isFirst ? [text[..Name.Length], text[(Name.Length + 1)..]] : null;
    }
}
