using System.Text;
using TrialSite.Trials;

namespace TrialSite.Alerts.Mails;

/// <summary>Writes each sentence once, as text and as HTML, so that the two cannot say different things.</summary>
/// <remarks>Inline styles only, and hardly any colour: a reader's dark mode then needs no help.</remarks>
internal sealed class MailWriter
{
    private const int LineLength = 72;
    private const string NewLine = "\r\n";
    private const string Indent = "  ";

    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();

    public MailWriter Title(string words)
    {
        WriteText(words, isApart: true);
        return WriteHtml($"""<h1 style="font-size:1.4em;line-height:1.3;margin:0 0 1em">{MailText.ToHtml(words)}</h1>""");
    }

    /// <summary>What comes below it is about one thing.</summary>
    public MailWriter Heading(string words)
    {
        text.Append(NewLine).Append('-', LineLength).Append(NewLine);
        WriteText(words, isApart: false);
        return WriteHtml($"""<h2 style="font-size:1.15em;line-height:1.35;margin:1.5em 0 .5em;padding-top:1.2em;border-top:1px solid #8a8f98">{MailText.ToHtml(words)}</h2>""");
    }

    public MailWriter Paragraph(string words)
    {
        WriteText(words, isApart: true);
        return WriteHtml($"""<p style="margin:.8em 0">{HtmlLines(words)}</p>""");
    }

    /// <summary>One of several points.</summary>
    public MailWriter Point(string words)
    {
        WriteText($"* {words}", isApart: false);
        return WriteHtml($"""<p style="margin:0 0 .5em;padding-left:1.7em;text-indent:-.7em">&#8226; {MailText.ToHtml(words)}</p>""");
    }

    /// <summary>What happened, in a sentence that stands out.</summary>
    public MailWriter Sentence(string words)
    {
        WriteText(words, isApart: true);
        return WriteHtml($"""<p style="margin:1em 0 .2em"><b>{MailText.ToHtml(words)}</b></p>""");
    }

    public MailWriter Detail(string words)
    {
        WriteText(words, isApart: false, Indent);
        return WriteHtml($"""<p style="margin:0 0 .2em;padding-left:1em">{HtmlLines(words)}</p>""");
    }

    public MailWriter Detail(string label, string words)
    {
        WriteText($"{label}: {words}", isApart: false, Indent);
        return WriteHtml($"""<p style="margin:0 0 .2em;padding-left:1em"><i>{MailText.ToHtml(label)}:</i> {HtmlLines(words)}</p>""");
    }

    /// <summary>What was there or is there now; in HTML the words that differ stand out among the others.</summary>
    public MailWriter Detail(string label, IReadOnlyList<MarkedWords> words)
    {
        if (words is [var only])
            return Detail(label, only.Text);
        WriteText($"{label}: {string.Join(' ', words.Select(run => run.Text))}", isApart: false, Indent);
        return WriteHtml($"""<p style="margin:0 0 .2em;padding-left:1em"><i>{MailText.ToHtml(label)}:</i> {string.Join(' ', words.Select(HtmlRun))}</p>""");
    }

    public MailWriter Note(string words)
    {
        WriteText(words, isApart: true);
        return WriteHtml($"""<p style="margin:1em 0;font-size:.9em">{MailText.ToHtml(words)}</p>""");
    }

    public MailWriter Link(string words, string url)
    {
        WriteText(words, isApart: true);
        text.Append(url).Append(NewLine);
        return WriteHtml($"""<p style="margin:.6em 0"><a href="{MailText.ToHtml(url)}">{MailText.ToHtml(words)}</a></p>""");
    }

    /// <summary>The one thing that the mail asks for.</summary>
    public MailWriter Button(string words, string url)
    {
        WriteText(words, isApart: true);
        text.Append(url).Append(NewLine);
        return WriteHtml($"""<p style="margin:1.5em 0"><a href="{MailText.ToHtml(url)}" style="display:inline-block;padding:.7em 1.2em;border-radius:.4em;background:#0b5a8f;color:#fff;text-decoration:none">{MailText.ToHtml(words)}</a></p>""");
    }

    public MailWriter Add(MailPart part)
    {
        text.Append(part.Text);
        html.Append(part.Html);
        return this;
    }

    public MailPart Done() => new(text.ToString(), html.ToString());

    private MailWriter WriteHtml(string line)
    {
        html.Append(line).Append(NewLine);
        return this;
    }

    private static string HtmlRun(MarkedWords words)
    {
        var lines = string.Join("<br>", words.Text.Split('\n').Select(line => MailText.ToHtml(MailText.Clean(line))));
        return words.Mark == WordMark.Same ? lines : $"<b>{lines}</b>";
    }

    private static string HtmlLines(string words) => string.Join("<br>", MailText.Lines(words).Select(MailText.ToHtml));

    private void WriteText(string words, bool isApart, string indent = "")
    {
        if (isApart)
            text.Append(NewLine);
        foreach (var line in MailText.Lines(words))
            Wrap(line, indent);
    }

    private void Wrap(string line, string indent)
    {
        var length = 0;
        foreach (var word in line.Split(' '))
        {
            if (length == 0 || length + 1 + word.Length > LineLength)
            {
                text.Append(length == 0 ? "" : NewLine).Append(indent);
                length = indent.Length;
            }
            else
            {
                text.Append(' ');
                length++;
            }
            text.Append(word);
            length += word.Length;
        }
        text.Append(NewLine);
    }
}
