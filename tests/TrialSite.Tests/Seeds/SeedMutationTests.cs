using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using TrialSite.Seeds;
using Xunit.Abstractions;

namespace TrialSite.Tests.Seeds;

/// <summary>Whatever becomes of a seed on its way: the parser reads it, and says what became of each line.</summary>
public sealed class SeedMutationTests(ITestOutputHelper output)
{
    private static readonly string[] Originals = [File.ReadAllText(Repository.UserSeedPath), .. SeedSpecs.All.Select(spec => spec.Input)];

    private static readonly string[] Pieces =
    [
        "Summary", "What this could lead to", "Locations", "Study contacts", "Conditions", "Disclaimer", "summary:", "\\Summary", "• ", "•", "- ", "RECRUITING", "OPEN",
        "Paris, 75013, France", ", ", ";", "Phone: •••-•••-•••• Email: •••••@•••••", "Contact Phone: Email:", "jane@example.org", "+1 212 555 0123", "call 5550123",
        "First seen ", "Last updated Jun 31, 2026", "NCT ID ", "nct00000001", "\u00A0", "\u200B", "\0", "\u0085", "\u202E", "\uD83D", "😀", "\t", "    ", "\\", "[a](", "This place ",
        "The condition(s) this trial relates to.", "Read more", "Sign up to get updates when this study changes or when new studies for X are added.", "\r", "\n", "\n\n", "(phone number hidden)", "&#64;",
    ];

    private static readonly Gen<Func<string, string>> Mutation = Gen.OneOf(
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999], (a, b) => (Func<string, string>)(text => OnLines(text, lines => lines.RemoveRange(a % lines.Count, Math.Min(b % 3, lines.Count - (a % lines.Count)))))),
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999], (a, b) => (Func<string, string>)(text => OnLines(text, lines => lines.Insert(b % lines.Count, lines[a % lines.Count])))),
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 9999], (a, b) => (Func<string, string>)(text => OnLines(text, lines => (lines[a % lines.Count], lines[b % lines.Count]) = (lines[b % lines.Count], lines[a % lines.Count])))),
        Gen.Select(Gen.Int[0, 9999], OneOf(Pieces), (a, piece) => (Func<string, string>)(text => OnLines(text, lines => lines.Insert(a % lines.Count, piece)))),
        Gen.Select(Gen.Int[0, 99999], OneOf(Pieces), (a, piece) => (Func<string, string>)(text => text.Insert(a % (text.Length + 1), piece))),
        Gen.Select(Gen.Int[0, 99999], Gen.Char, (a, character) => (Func<string, string>)(text => text.Insert(a % (text.Length + 1), character.ToString()))),
        Gen.Select(Gen.Int[0, 99999], Gen.Int[0, 200], (a, b) => (Func<string, string>)(text => text.Length == 0 ? text : text.Remove(a % text.Length, Math.Min(b, text.Length - (a % text.Length))))),
        Gen.Select(OneOf(Originals), Gen.Int[0, 99999], Gen.Int[0, 99999], (other, a, b) => (Func<string, string>)(text => text[..(a % (text.Length + 1))] + other[(b % (other.Length + 1))..])),
        Gen.Select(Gen.Int[0, 99999], OneOf(Pieces), Gen.Int[2, 300], (a, piece, times) => (Func<string, string>)(text => text.Insert(a % (text.Length + 1), string.Concat(Enumerable.Repeat(piece, times))))));

    private static readonly Gen<string> Mutated =
        Gen.Select(OneOf(Originals), Mutation.Array[1, 4], (text, mutations) => mutations.Aggregate(text, (changed, mutate) => mutate(changed)));

    [Fact]
    public void Hundred_thousand_mutated_seeds_are_read_without_losing_a_line()
    {
        var slowest = (Time: TimeSpan.Zero, Text: "");
        var guard = new Lock();
        ForEach(Mutated, 100_000, text =>
        {
            var watch = Stopwatch.StartNew();
            var result = SeedParser.Parse(text);
            watch.Stop();
            lock (guard)
                slowest = watch.Elapsed > slowest.Time ? (watch.Elapsed, text) : slowest;
            LineAccounts.Check(text, result);
        });
        output.WriteLine($"slowest: {slowest.Time.TotalMilliseconds.ToString("F2", CultureInfo.InvariantCulture)} ms for {slowest.Text.Length} characters");
    }

    [Fact]
    public void What_was_read_is_written_and_read_again_to_the_same() =>
        ForEach(Mutated, 20_000, RoundTrip);

    [Fact]
    public void Random_bytes_are_read() =>
        ForEach(Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 9999]), 5_000, part =>
        {
            var seed = Encoding.UTF8.GetBytes(Originals[0]);
            SeedParser.Parse((byte[])[.. seed.AsSpan(0, part.Item2 % seed.Length), .. part.Item1, .. seed.AsSpan(part.Item2 % seed.Length)]);
        });

    /// <summary>The same texts on every machine and in every run, so that a red run is about the change; TRIALSITE_FUZZ_SEED tries others.</summary>
    private static void ForEach<T>(Gen<T> generator, int count, Action<T> check)
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable("TRIALSITE_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        Parallel.For(0, count, number => check(generator.Generate(new PCG((uint)number, seed), null, out _)));
    }

    private static void RoundTrip(string text)
    {
        var first = SeedParser.Parse(text);
        var second = SeedParser.Parse(SeedWriter.Write(first.Document));
        Assert.Equal(SeedWriter.Write(first.Document), SeedWriter.Write(second.Document));
        Assert.Equal(first.Document, second.Document);
        var ofTheDocument = second.Problems.Select(problem => problem.Code).Except(["TS010", "TS011", "TS015", "TS022", "TS023"]);
        Assert.Empty(ofTheDocument);
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static string OnLines(string text, Action<List<string>> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines);
        return string.Join('\n', lines);
    }
}
