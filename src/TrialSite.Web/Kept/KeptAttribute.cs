namespace TrialSite.Web.Kept;

/// <summary>The page is rendered once and kept, at its address without a query: it is made of the catalogue, the day and the program alone, and the same for everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeptAttribute : Attribute;
