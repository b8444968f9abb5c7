using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TrialSite.Registry;

/// <summary>Writes values so that two different rows of them never give the same bytes: each with its length, and null as no text has it.</summary>
internal readonly struct ContentWriter(ArrayBufferWriter<byte> buffer)
{
    public void Add(string? text)
    {
        Add(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, buffer);
    }

    public void Add(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), number);
        buffer.Advance(sizeof(int));
    }

    public void Add(double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), number);
        buffer.Advance(sizeof(double));
    }

    public void Add(bool? answer) => Add(answer switch
    {
        true => 1,
        false => 0,
        null => -1,
    });

    public void Add(PartialDate? date)
    {
        Add(date?.First.DayNumber ?? -1);
        Add(date?.HasDay);
    }

    public void Add(Milestone? milestone)
    {
        Add(milestone?.Date);
        Add(milestone?.IsActual);
    }

    public void AddEach<T>(IReadOnlyList<T> things, Action<T, ContentWriter> write)
    {
        Add(things.Count);
        foreach (var thing in things)
            write(thing, this);
    }

    public void AddEach(IReadOnlyList<string> texts) => AddEach(texts, (text, writer) => writer.Add(text));
}
