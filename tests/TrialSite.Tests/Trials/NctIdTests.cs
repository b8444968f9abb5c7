using TrialSite.Trials;

namespace TrialSite.Tests.Trials;

public sealed class NctIdTests
{
    [Fact]
    public void The_canonical_spelling_is_read()
    {
        Assert.True(NctId.TryParse("NCT06904755", out var nctId));
        Assert.Equal("NCT06904755", nctId.Value);
        Assert.Equal("NCT06904755", nctId.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nct06904755")]
    [InlineData("NCT0690475")]
    [InlineData("NCT069047555")]
    [InlineData(" NCT06904755")]
    [InlineData("NCT06904755\n")]
    [InlineData("NCT0690475५")]
    [InlineData("NCT06904-55")]
    [InlineData("NCTabcdefgh")]
    public void Another_spelling_is_not(string? text) => Assert.False(NctId.TryParse(text, out _));

    [Theory]
    [InlineData("NCT06904755")]
    [InlineData("nct06904755")]
    [InlineData("Nct 06904755")]
    [InlineData("NCT-0690-4755")]
    [InlineData("NCT: 06904755")]
    [InlineData("nct_06904755")]
    [InlineData("the trial NCT06904755, please")]
    [InlineData("https://clinicaltrials.gov/study/NCT06904755?tab=results")]
    [InlineData("NCT06904755 (also written nct-06904755)")]
    [InlineData("(NCT06904755)")]
    [InlineData("NCTNCT06904755")]
    [InlineData("NCT12 is not it, NCT06904755 is")]
    public void A_person_may_write_it_in_many_ways(string text)
    {
        Assert.True(NctId.TryFind(text, out var nctId));
        Assert.Equal("NCT06904755", nctId.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("06904755")]
    [InlineData("NCT0690475")]
    [InlineData("NCT069047551")]
    [InlineData("NCT06904755 and NCT00000001")]
    [InlineData("NCT06904755 NCT06904755 NCT00000001")]
    [InlineData("NCT 0690 knee 4755")]
    [InlineData("NCT०६९०४७५५")]
    [InlineData("liver failure")]
    public void Two_ids_or_no_whole_one_is_none(string? text)
    {
        Assert.False(NctId.TryFind(text, out var nctId));
        Assert.Null(nctId);
    }
}
