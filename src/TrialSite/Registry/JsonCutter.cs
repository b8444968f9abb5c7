using System.Text.Json;

namespace TrialSite.Registry;

/// <summary>Finds the next study in the bytes that are there: a line, a value of several lines, an element of a list or of the API's pages.</summary>
/// <remarks>Behind broken JSON it goes on at the next line that begins with a brace, indented as the broken study was.</remarks>
internal sealed class JsonCutter
{
    /// <summary>The largest real record seen has 1.1 MB.</summary>
    public const int MaxBytes = 32 << 20;

    private readonly JsonValueEnd valueEnd = new();
    private ReadOnlyMemory<byte> memory;
    private bool isEnd;
    private Inside inside;
    private bool isListOfPage;
    private bool isDamaged;
    private bool wasDamaged;
    private bool isAny;
    private int indentation;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private enum Inside
    {
        Nothing,
        List,
        Page,
    }

    private enum Step
    {
        GoesOn,
        IsFound,
        NeedsMore,
    }

    /// <summary>How many of the bytes are done with.</summary>
    public int Consumed { get; private set; }

    public long Line { get; private set; } = 1;

    /// <summary>In bytes, the byte order mark left out.</summary>
    public long Column { get; private set; } = 1;

    public RegistryFault? FaultAtEnd => !isAny ? RegistryFaults.IsEmpty()
        : inside != Inside.Nothing && !wasDamaged ? RegistryFaults.IsBroken("its list does not end")
        : null;

    private ReadOnlySpan<byte> Rest => memory.Span[Consumed..];

    /// <summary>False when it needs more bytes than there are.</summary>
    public bool TryCut(ReadOnlyMemory<byte> bytes, bool isLast, out JsonFrame frame)
    {
        (memory, isEnd, Consumed) = (bytes, isLast, 0);
        Step step;
        do
        {
            frame = default;
            step = isDamaged ? SkipDamage() : !SkipBlanks() ? Step.NeedsMore : inside switch
            {
                Inside.List => InList(out frame),
                Inside.Page => InPage(out frame),
                _ => InNothing(out frame),
            };
        }
        while (step == Step.GoesOn);
        return step == Step.IsFound;
    }

    private bool SkipBlanks()
    {
        foreach (var character in Rest)
        {
            if (character == '\n')
                (Line, Column, indentation) = (Line + 1, 0, 0);
            else if (character is (byte)' ' or (byte)'\t')
                indentation++;
            else if (character != '\r' && (character != ',' || inside == Inside.Nothing) && (isAny || !ByteOrderMark.Contains(character)))
                return isAny = true;
            Consumed++;
            Column += isAny || !ByteOrderMark.Contains(character) ? 1 : 0;
        }
        return false;
    }

    private Step InNothing(out JsonFrame frame)
    {
        frame = default;
        if (Rest[0] == '[')
            return Enter(Inside.List);
        if (Rest[0] != '{')
            return Damaged(RegistryFaults.IsBroken("no study begins here"), out frame);
        if (Rest.Length < JsonPage.LongestStart && !isEnd)
            return Step.NeedsMore;
        if (JsonPage.IsStart(Rest))
            return Enter(Inside.Page);
        var lineEnd = Rest.IndexOf((byte)'\n');
        if (lineEnd < 0 && !isEnd)
            return NeedsMore(out frame);
        var line = (lineEnd < 0 ? Rest : Rest[..lineEnd]).TrimEnd(" \t\r"u8);
        return line[^1] == '}' ? Found(line.Length, out frame) : Value(out frame);
    }

    private Step InList(out JsonFrame frame)
    {
        frame = default;
        if (Rest[0] != ']')
            return Value(out frame);
        var isOfPage = isListOfPage;
        isListOfPage = false;
        return Enter(isOfPage ? Inside.Page : Inside.Nothing);
    }

    private Step InPage(out JsonFrame frame)
    {
        frame = default;
        if (Rest[0] == '}')
            return Enter(Inside.Nothing);
        try
        {
            var (length, isStudies) = JsonPage.Member(Rest, isEnd);
            if (length < 0)
                return NeedsMore(out frame);
            Consume(length);
            inside = isStudies ? Inside.List : Inside.Page;
            isListOfPage = isStudies;
            return Step.GoesOn;
        }
        catch (JsonException e)
        {
            return Damaged(RegistryFaults.Of(e), out frame);
        }
    }

    private Step Value(out JsonFrame frame)
    {
        try
        {
            return valueEnd.Find(Rest, isEnd) is var length and >= 0 ? Found(length, out frame) : NeedsMore(out frame);
        }
        catch (JsonException e)
        {
            return Damaged(RegistryFaults.Of(e), out frame);
        }
    }

    private Step Enter(Inside next)
    {
        inside = next;
        Consume(1);
        return Step.GoesOn;
    }

    private Step Found(int length, out JsonFrame frame)
    {
        frame = new(Line, Column, memory.Slice(Consumed, length), null);
        Consume(length);
        return Step.IsFound;
    }

    private void Consume(int length)
    {
        var passed = Rest[..length];
        Line += passed.Count((byte)'\n');
        Column = passed.LastIndexOf((byte)'\n') is var lineEnd and >= 0 ? length - lineEnd : Column + length;
        Consumed += length;
        indentation = 0;
    }

    private Step NeedsMore(out JsonFrame frame)
    {
        frame = default;
        return Rest.Length <= MaxBytes ? Step.NeedsMore : Damaged(RegistryFaults.IsTooLarge(MaxBytes), out frame);
    }

    private Step Damaged(RegistryFault fault, out JsonFrame frame)
    {
        frame = new(Line, Column, default, fault);
        isDamaged = wasDamaged = true;
        inside = inside == Inside.Page ? Inside.Nothing : inside;
        valueEnd.Reset();
        return Step.IsFound;
    }

    /// <summary>From the first byte of what is broken, or from a line end.</summary>
    private Step SkipDamage()
    {
        while (Rest.IndexOf((byte)'\n') is var lineEnd and >= 0)
        {
            var next = Rest[(lineEnd + 1)..];
            if (next.Length <= indentation && !isEnd)
            {
                Consumed += lineEnd;
                return Step.NeedsMore;
            }
            (Line, Column) = (Line + 1, 1);
            Consumed += lineEnd + 1;
            if (next.Length > indentation && next[indentation] == '{' && !next[..indentation].ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                isDamaged = false;
                return Step.GoesOn;
            }
        }
        Consumed += Rest.Length;
        return Step.NeedsMore;
    }
}
