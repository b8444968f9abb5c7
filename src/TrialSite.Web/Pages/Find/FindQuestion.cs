namespace TrialSite.Web.Pages.Find;

/// <summary>The questions in the order they are asked; after the last one come the results.</summary>
public enum FindQuestion
{
    Condition,
    Age,
    Sex,
    Place,
    Distance,
    Results,
}
