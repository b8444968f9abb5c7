using Microsoft.AspNetCore.Hosting;

namespace TrialSite.Web.Tests.Kept;

/// <summary>Another site on the data of the first, at the same time of day, as if it were a process of its own.</summary>
internal sealed class SiteBeside(SiteFixture first, params (string Name, string Value)[] settings) : SiteFixture
{
    /// <summary>Renders each page anew.</summary>
    public static SiteBeside ThatKeepsNothing(SiteFixture first) => new(first, ("Pages:MemoryMegabytes", "0"), ("Pages:KeepOnDisk", "false"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:DataFolder", first.DataFolder);
        builder.UseSetting("Seeds:Folder", first.SeedsFolder);
        builder.UseSetting("Seeds:ReseedOnStart", "false");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        SetTime(builder, first.Time);
    }
}
