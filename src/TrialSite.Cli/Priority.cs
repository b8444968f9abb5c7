using System.ComponentModel;
using System.Diagnostics;

namespace TrialSite.Cli;

/// <summary>How much of the processors the tool takes when others want them too.</summary>
internal static class Priority
{
    /// <summary>
    /// Visitors of a site on the same machine come first (docs/performance.md). To be called before anything else: on Linux only the calling thread and those that it
    /// begets take the lower priority. Who gave the tool another one keeps it.
    /// </summary>
    public static void StepBack()
    {
        using var own = Process.GetCurrentProcess();
        try
        {
            if (own.PriorityClass == ProcessPriorityClass.Normal)
                own.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Win32Exception)
        {
            // A sandbox may forbid it; then the tool works as it is.
        }
    }
}
