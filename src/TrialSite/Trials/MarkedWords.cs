namespace TrialSite.Trials;

public enum WordMark
{
    Same,
    Removed,
    Added,
}

/// <summary>Words that follow each other in a text and were all kept, all removed or all added.</summary>
public sealed record MarkedWords(WordMark Mark, string Text);
