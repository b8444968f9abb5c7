using System.Net;
using AngleSharp.Dom;

namespace TrialSite.Web.Tests;

/// <summary>The site with trials beside the user's, for the pages that need more than one.</summary>
public sealed class CatalogueFixture : SiteFixture
{
    public CatalogueFixture()
    {
        foreach (var (nctId, text) in ExampleSeeds.All)
            File.WriteAllText(Path.Combine(SeedsFolder, $"{nctId}.txt"), text);
    }

    public async Task<IDocument> Page(string address, HttpStatusCode expected)
    {
        using var visitor = Visitor();
        using var response = await visitor.GetAsync(address);
        Assert.Equal(expected, response.StatusCode);
        return await Read(response);
    }
}

/// <summary>One site for all tests that only read it.</summary>
[CollectionDefinition(Name)]
public sealed class OneCatalogue : ICollectionFixture<CatalogueFixture>
{
    public const string Name = "One catalogue";
}
