namespace TrialSite.Web.Pages.Trials;

/// <summary>What a printed page says of itself: where it comes from, and of what day it is.</summary>
/// <remarks>The day is the one on which the page was made: nothing on it is newer, and nothing was different when it was sent.</remarks>
public sealed record DoctorSheet(string Site, string Path, QrPicture Code, DateOnly Day)
{
    public string Address => Site + Path;

    public static DoctorSheet Of(string site, string path, DateOnly day) => new(site, path, QrPicture.Of(Capitals(site) + path.ToUpperInvariant()), day);

    /// <summary>A code of capitals is smaller by a fifth, and any spelling leads to the page; what stands before our own paths is left as it is.</summary>
    private static string Capitals(string site) => site.IndexOf('/', site.IndexOf("//", StringComparison.Ordinal) + 2) < 0 ? site.ToUpperInvariant() : site;
}
