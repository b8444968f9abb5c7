using System.Text;

namespace TrialSite.Seeds;

/// <summary>A text of which parts are replaced, from left to right.</summary>
internal sealed class MaskedText(string text)
{
    private StringBuilder? masked;
    private List<string>? replacements;

    /// <summary>The end of the last part replaced: what begins before it is gone.</summary>
    public int Copied { get; private set; }

    /// <summary>Where the first part replaced begins; -1 when there is none.</summary>
    public int First { get; private set; } = -1;

    /// <summary>What stands in the text now, each once.</summary>
    public IReadOnlyList<string> Replacements => replacements ?? [];

    public void Replace(int start, int end, string replacement)
    {
        First = First < 0 ? start : First;
        replacements ??= [];
        if (!replacements.Contains(replacement))
            replacements.Add(replacement);
        masked ??= new StringBuilder(text.Length);
        masked.Append(text, Copied, start - Copied).Append(replacement);
        Copied = end;
    }

    public override string ToString() => masked is null ? text : masked.ToString() + text[Copied..];
}
