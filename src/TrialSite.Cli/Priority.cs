using System.Diagnostics;

namespace TrialSite.Cli;

/// <summary>How much of the processors the tool takes when others want them too.</summary>
internal static class Priority
{
    /// <summary>
    /// Visitors of a site on the same machine come first: beside a reseed or an import a page came twice as late (docs/performance.md). To be called before anything
    /// else: threads that are there already stay as they are. Who gave the tool another priority keeps it.
    /// </summary>
    public static void StepBack()
    {
        using var own = Process.GetCurrentProcess();
        if (own.PriorityClass == ProcessPriorityClass.Normal)
            own.PriorityClass = ProcessPriorityClass.BelowNormal;
    }
}
