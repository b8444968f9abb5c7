namespace TrialSite.Trials;

/// <summary>That one condition is a kind of another.</summary>
public sealed class BroaderCondition
{
    public BroaderCondition(int conditionId, int broaderId) => (ConditionId, BroaderId) = (conditionId, broaderId);

    private BroaderCondition()
    {
    }

    public int ConditionId { get; private set; }
    public int BroaderId { get; private set; }
}
