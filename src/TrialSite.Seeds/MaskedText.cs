using System.Text;

namespace TrialSite.Seeds;

/// <summary>A text of which parts are replaced, from left to right.</summary>
internal sealed class MaskedText(string text)
{
    private StringBuilder? masked;

    /// <summary>The end of the last part replaced: what begins before it is gone.</summary>
    public int Copied { get; private set; }

    public void Replace(int start, int end, string replacement)
    {
        masked ??= new StringBuilder(text.Length);
        masked.Append(text, Copied, start - Copied).Append(replacement);
        Copied = end;
    }

    public override string ToString() => masked is null ? text : masked.ToString() + text[Copied..];
}
