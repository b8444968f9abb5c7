namespace TrialSite.Trials;

/// <summary>That a version of a trial is listed under a condition.</summary>
public sealed class TrialCondition
{
    public TrialCondition(Condition condition, int position) => (Condition, Position) = (condition, position);

    private TrialCondition()
    {
    }

    public int TrialId { get; private set; }
    public int ConditionId { get; private set; }

    /// <summary>0 is the primary condition.</summary>
    public int Position { get; private set; }

    public Trial Trial { get; private set; } = null!;
    public Condition Condition { get; private set; } = null!;
}
