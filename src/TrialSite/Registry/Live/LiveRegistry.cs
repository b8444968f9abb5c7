using System.Runtime.CompilerServices;

namespace TrialSite.Registry.Live;

/// <summary>Asks the registry's API for the records that were posted anew since a day, the oldest posting first.</summary>
/// <remarks>
/// In this order a record that is posted again while its pages are read moves behind them and comes again; none is missed. What cannot be
/// read is a problem in its place, as in a file, and ends the reading.
/// </remarks>
public sealed class LiveRegistry(RegistryOptions options, SiteOptions site, TimeProvider time)
{
    /// <summary>The API says that a page may be empty; of so many it never stood to reason.</summary>
    private const int MostEmptyPages = 10;

    /// <param name="since">The day of the registry on which the postings begin.</param>
    /// <param name="isKnown">Tells by its <see cref="SourceHash"/> that a record need not be read again.</param>
    /// <param name="announce">Told once how many records the registry has to give.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<RegistryReading> Read(DateOnly since, Func<UInt128, bool>? isKnown = null, Action<long>? announce = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var requests = new LiveRequests(options.ApiBaseUrl, site.PublicBaseUrl, time);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var (done, pageNumber, emptyPages, announced) = (0L, 0, 0, 0L);
        string? token = null;
        do
        {
            var name = $"page {++pageNumber}";
            var answer = await requests.Get(LiveQuery.Of(since, token), cancellationToken);
            if (answer.Page is not { } page)
            {
                yield return Problem(name, answer.Fault!);
                yield break;
            }
            if (page.TotalCount is { } total)
                announce?.Invoke(announced = total);
            var before = done;
            await foreach (var reading in RegistryReader.Read(page.AsStream(), name, isKnown, cancellationToken))
            {
                // A warning comes before the record that it is about.
                done += reading.Problem is null or { LosesRecord: true } ? 1 : 0;
                yield return reading;
            }
            token = page.NextPageToken;
            emptyPages = done == before ? emptyPages + 1 : 0;
            if (token is not null && (!tokens.Add(token) || emptyPages == MostEmptyPages))
            {
                yield return Problem(name, RegistryFaults.PagesDoNotEnd());
                yield break;
            }
        }
        while (token is not null);
        if (done < announced)
            yield return Problem($"page {pageNumber}", RegistryFaults.PagesAreMissing(done, announced));
    }

    private static RegistryReading Problem(string name, RegistryFault fault) =>
        new(0, null, new(fault.LosesRecord, fault.Code, name, 1, 1, 0, fault.Found, fault.Expected));
}
