namespace TrialSite.Web.Pages.Trials;

/// <summary>What a printed page says of itself: where it comes from, and of what day it is.</summary>
/// <remarks>The day is the one on which the page was asked for. Nothing on it is newer, whenever it is printed.</remarks>
public sealed record DoctorSheet(string Site, string Path, QrPicture Code, DateOnly Day)
{
    public string Address => Site + Path;

    public static DoctorSheet Of(string site, string path, DateOnly day) => new(site, path, QrPicture.Of(site + path), day);
}
