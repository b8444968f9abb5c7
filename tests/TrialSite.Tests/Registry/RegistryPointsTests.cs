using TrialSite.Registry;

namespace TrialSite.Tests.Registry;

public sealed class RegistryPointsTests
{
    [Fact]
    public void Paragraphs_and_points_within_points_keep_their_order()
    {
        var points = RegistryPoints.Of("Half of the people walk.\n\nThe others:\n\n* rest\n  * at home\n* read");

        Assert.Equal(["Half of the people walk.", "The others:", "rest", "read"], points.Select(point => point.Text));
        Assert.Equal([null, null, "*", "*"], points.Select(point => point.Marker));
        Assert.Equal("at home", Assert.Single(points[2].Inner).Text);
    }

    /// <summary>Markdown would make code of it.</summary>
    [Fact]
    public void An_indented_line_is_a_paragraph() => Assert.Equal("Walk daily", Assert.Single(RegistryPoints.Of("    Walk daily")).Text);
}
