namespace TrialSite.Cli;

/// <summary>Cuts what two long texts have in common at their beginning and end.</summary>
internal static class ChangedWords
{
    /// <summary>So many words before and after the change are left.</summary>
    private const int Context = 4;

    public static (string Before, string After) InContext(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(start).Reverse().Zip(now.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return (Cut(old, start - Context, end - Context), Cut(now, start - Context, end - Context));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Cut(string[] words, int start, int end) =>
        $"{(start > 0 ? "... " : "")}{string.Join(' ', words[Math.Max(start, 0)..^Math.Max(end, 0)])}{(end > 0 ? " ..." : "")}";
}
