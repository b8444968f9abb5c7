namespace TrialSite.BrowserTests;

internal static class Faults
{
    /// <summary>Every fault stands in the message, not only the first.</summary>
    public static void None(IEnumerable<string> found)
    {
        var all = found.Distinct().ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}
