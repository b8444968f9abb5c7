namespace TrialSite.Trials;

/// <summary>A number under which the registry once had the trial; its address leads to the trial's.</summary>
public sealed class TrialAlias
{
    public TrialAlias(NctId alias, NctId nctId) => (Alias, NctId) = (alias, nctId);

    private TrialAlias()
    {
    }

    public NctId Alias { get; private set; } = null!;
    public NctId NctId { get; private set; } = null!;

    public void LeadTo(NctId nctId) => NctId = nctId;
}
