using TrialSite.Import;

namespace TrialSite.Tests.Import;

public sealed class ChunkPaceTests
{
    [Fact]
    public void It_begins_with_few_and_takes_at_most_twice_as_many_the_next_time()
    {
        var pace = new ChunkPace();
        List<int> sizes = [pace.Size];
        for (var i = 0; i < 5; i++)
        {
            pace.Took(pace.Size, TimeSpan.Zero);
            sizes.Add(pace.Size);
        }

        Assert.Equal([50, 100, 200, 400, 500, 500], sizes);
    }

    [Fact]
    public void What_took_too_long_is_fewer_the_next_time_but_never_too_few_to_go_on()
    {
        var pace = new ChunkPace();
        pace.Took(500, TimeSpan.FromSeconds(1.25));
        Assert.Equal(100, pace.Size);

        pace.Took(100, TimeSpan.FromMinutes(1));
        Assert.Equal(50, pace.Size);

        pace.Took(50, TimeSpan.FromMilliseconds(1));
        Assert.Equal(100, pace.Size);
    }

    [Fact]
    public void A_chunk_that_others_were_left_out_of_tells_as_much()
    {
        var pace = new ChunkPace();
        pace.Took(1, TimeSpan.FromMilliseconds(4));

        Assert.Equal(62, pace.Size);
    }
}
