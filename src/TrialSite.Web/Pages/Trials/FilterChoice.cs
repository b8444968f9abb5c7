namespace TrialSite.Web.Pages.Trials;

/// <summary>A box to tick, with the number of trials that would be shown with it.</summary>
public sealed record FilterChoice(string Key, string Value, string Name, int Count, bool IsChosen)
{
    public string Id => $"{Key}-{Value}";
}
