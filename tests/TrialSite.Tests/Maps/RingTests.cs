using TrialSite.Maps;

namespace TrialSite.Tests.Maps;

public sealed class RingTests
{
    [Fact]
    public void What_lies_outside_is_cut_off_a_little_beyond_the_edge()
    {
        var clipped = RingClipping.Clip([new(-50, 20), new(50, 20), new(50, 80), new(-50, 80)], 100, 100);
        Assert.Equal([new(-4, 20), new(50, 20), new(50, 80), new(-4, 80)], clipped.OrderBy(point => point.Y).ThenBy(point => point.Y < 50 ? point.X : -point.X));
    }

    [Fact]
    public void A_ring_that_lies_elsewhere_is_gone_and_one_inside_is_untouched()
    {
        List<MapPoint> inside = [new(10, 10), new(20, 10), new(20, 20)];
        Assert.Empty(RingClipping.Clip([new(200, 10), new(220, 10), new(220, 20)], 100, 100));
        Assert.Same(inside, RingClipping.Clip(inside, 100, 100));
    }

    [Fact]
    public void A_ring_around_the_whole_picture_fills_it() =>
        Assert.Equal(
            [new(-4, -4), new(-4, 104), new(104, -4), new(104, 104)],
            RingClipping.Clip([new(-500, -500), new(500, -500), new(500, 500), new(-500, 500)], 100, 100).Distinct().OrderBy(point => point.X).ThenBy(point => point.Y));

    [Fact]
    public void Points_that_nobody_would_miss_are_left_out_the_more_the_rougher_it_may_be()
    {
        var ring = new SimplifiedRing([new(0, 0), new(50, 0.3), new(100, 0), new(100, 100), new(40, 97), new(0, 100)], 0.5);
        Assert.Equal([new(0, 0), new(100, 0), new(100, 100), new(40, 97), new(0, 100)], ring.At(0.5));
        Assert.Equal([new(0, 0), new(100, 0), new(100, 100), new(0, 100)], ring.At(4));
        Assert.Equal((5, 4, 0), (ring.CountAt(0.5), ring.CountAt(4), ring.CountAt(80)));
    }

    [Fact]
    public void Path_data_is_relative_whole_and_without_specks() =>
        Assert.Equal("m1 2 10 0 0 10-10 0zm49 48 10-1 0 10z", PathData.Of([[new(1, 2), new(11.2, 2), new(11.4, 2.2), new(11, 12), new(1, 12)], [new(30, 30), new(31, 30), new(30, 31)], [new(50, 50), new(60, 49), new(60, 59)]]));
}
