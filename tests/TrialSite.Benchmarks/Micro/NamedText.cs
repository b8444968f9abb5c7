using System.Text;

namespace TrialSite.Benchmarks.Micro;

/// <summary>A text to measure, and what its line of the table is called.</summary>
public sealed record NamedText(string Name, string Text)
{
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Text);

    /// <summary>One part over and over, until there are so many bytes.</summary>
    public static NamedText Flood(string part, int bytes) => new($"{bytes / 1024} KB of '{part}'", Repeat(part, bytes));

    public static string Repeat(string part, int bytes) => string.Concat(Enumerable.Repeat(part, bytes / Encoding.UTF8.GetByteCount(part)));

    public override string ToString() => Name;
}
