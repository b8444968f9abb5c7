using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class TopicTests
{
    [Theory]
    [InlineData("trial:NCT06904755", TopicKind.Trial, "NCT06904755")]
    [InlineData("condition:acute-liver-failure", TopicKind.Condition, "acute-liver-failure")]
    [InlineData("condition:c-0a1b2c3d", TopicKind.Condition, "c-0a1b2c3d")]
    public void A_topic_reads_back_as_it_is_written(string text, TopicKind kind, string key)
    {
        Assert.True(Topic.TryParse(text, out var topic));
        Assert.Equal((kind, key), (topic.Kind, topic.Key));
        Assert.Equal(text, topic.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("trial:")]
    [InlineData("trial:nct06904755")]
    [InlineData("trial:NCT0690475")]
    [InlineData("trial:NCT06904755 ")]
    [InlineData("TRIAL:NCT06904755")]
    [InlineData("condition:")]
    [InlineData("condition:Acute liver failure")]
    [InlineData("condition:a--b")]
    [InlineData("condition:-a")]
    [InlineData("condition:a/b")]
    [InlineData("condition:a\nb")]
    [InlineData("condition:\uD800")]
    [InlineData("place:bergen")]
    public void Anything_else_is_no_topic(string? text)
    {
        Assert.False(Topic.TryParse(text, out var topic));
        Assert.Null(topic);
    }

    [Fact]
    public void A_key_longer_than_a_slug_is_no_topic() => Assert.False(Topic.TryParse("condition:" + new string('a', 81), out _));

    [Fact]
    public void The_condition_page_of_a_name_is_its_topic() =>
        Assert.Equal("condition:type-1-diabetes", Topic.OfConditionNamed("Type 1 Diabetes").ToString());
}
