using System.Globalization;

namespace TrialSite.Registry.Live;

/// <summary>What is asked of the API: https://clinicaltrials.gov/data-api/api</summary>
internal static class LiveQuery
{
    /// <summary>About 9 MB. With a token all but the token must stay as it was for the first page.</summary>
    private const int PageSize = 500;

    public static string Of(DateOnly since, string? pageToken)
    {
        var term = string.Create(CultureInfo.InvariantCulture, $"AREA[LastUpdatePostDate]RANGE[{since:yyyy-MM-dd},MAX]");
        var query = $"studies?format=json&query.term={Uri.EscapeDataString(term)}&sort=LastUpdatePostDate%3Aasc&countTotal=true&pageSize={PageSize}";
        return pageToken is null ? query : $"{query}&pageToken={Uri.EscapeDataString(pageToken)}";
    }
}
