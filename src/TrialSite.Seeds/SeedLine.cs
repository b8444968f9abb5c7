namespace TrialSite.Seeds;

/// <summary>One line of a seed, its blanks made plain, and what became of it.</summary>
/// <param name="number">1-based; 0 for a blank line that stands in no text.</param>
/// <param name="column">1-based column of the first character that is no blank.</param>
/// <param name="text">The line without trailing blanks, each kind of blank made a plain one; the indentation is kept.</param>
internal sealed class SeedLine(int number, int column, string text)
{
    public static readonly SeedLine Blank = new(0, 1, "");

    public int Number { get; } = number;

    public int Column { get; } = column;

    /// <summary>With its indentation.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Without indentation, one blank between words.</summary>
    public string Words { get; private set; } = SeedText.Collapse(text);

    /// <summary>Whether a leading backslash said that this is text, although it looks like a heading or a sentence of the site.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Whether the line was reported as a heading with a mistake.</summary>
    public bool IsAlmostHeading { get; set; }

    public bool IsBlank => Words.Length == 0;

    public SeedLineUse Use { get; set; } = text.Length == 0 ? SeedLineUse.Blank : SeedLineUse.Field;

    /// <summary>The 1-based column where a part of the words begins; the line's own when its raw characters are others.</summary>
    public int ColumnOf(string words, int at)
    {
        var end = words.IndexOf(' ', at);
        var found = Text.IndexOf(end < 0 ? words[at..] : words[at..end], StringComparison.Ordinal);
        var indentation = Text.Length - Text.TrimStart(' ').Length;
        return found < 0 ? Column : Column + found - indentation + (IsEscaped ? 1 : 0);
    }

    /// <summary>Takes the backslash away.</summary>
    public void Unescape()
    {
        var backslash = Text.IndexOf('\\', StringComparison.Ordinal);
        Text = Text.Remove(backslash, 1);
        Words = Words[1..];
        IsEscaped = true;
    }
}
