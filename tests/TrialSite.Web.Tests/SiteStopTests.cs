using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TrialSite.Search;

namespace TrialSite.Web.Tests;

public sealed class SiteStopTests
{
    /// <summary>Here a site is always stopped twice at once: by the test, and by the program's own thread, which waits for its end.</summary>
    [Fact]
    public async Task The_file_of_the_search_index_is_right_after_a_stop()
    {
        await using var site = new SiteFixture();
        await site.Reseed();
        var file = site.Services.GetRequiredService<EntryFile>();
        // It is also kept once some seconds after the start.
        File.Delete(Path.Combine(site.DataFolder, "search.index"));

        foreach (var service in site.Services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);

        Assert.True(file.IsRight());
    }
}
