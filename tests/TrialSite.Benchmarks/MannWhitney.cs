namespace TrialSite.Benchmarks;

/// <summary>Whether two samples come from one distribution, whatever its shape: the Mann-Whitney U test with the normal approximation.</summary>
internal static class MannWhitney
{
    /// <summary>How likely a difference as large as this is when there is none; two-sided.</summary>
    public static double PValue(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        double n1 = one.Count, n2 = other.Count;
        var ranked = one.Select(value => (Value: value, IsOne: true)).Concat(other.Select(value => (Value: value, IsOne: false))).OrderBy(pair => pair.Value).ToList();
        var rankSum = 0.0;
        var ties = 0.0;
        for (var i = 0; i < ranked.Count;)
        {
            var end = i;
            while (end < ranked.Count && ranked[end].Value.Equals(ranked[i].Value))
                end++;
            var sharedRank = (i + 1 + end) / 2.0;
            rankSum += sharedRank * ranked.Skip(i).Take(end - i).Count(pair => pair.IsOne);
            ties += Math.Pow(end - i, 3) - (end - i);
            i = end;
        }
        var u = rankSum - n1 * (n1 + 1) / 2;
        var n = n1 + n2;
        var deviation = Math.Sqrt(n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1))));
        return 2 * UpperTail(Math.Abs(u - n1 * n2 / 2) / deviation);
    }

    /// <summary>Of the normal distribution; Abramowitz and Stegun 26.2.17, off by at most 7.5e-8.</summary>
    private static double UpperTail(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        var polynomial = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
    }
}
