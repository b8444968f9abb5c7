using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace TrialSite.Registry.Live;

/// <summary>Asks politely: who asks is said, one request a second, as long a wait as the registry wishes, a few tries.</summary>
internal sealed class LiveRequests : IDisposable
{
    private const int Tries = 6;

    /// <summary>Twenty of the largest records seen; a page is held whole, so that one that was cut off is asked for again.</summary>
    private const int MostBytes = 256 << 20;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<LiveAnswer> tries;
    private long? lastAsked;

    public LiveRequests(string apiBaseUrl, string publicBaseUrl, TimeProvider time, TimeSpan? timeout = null)
    {
        this.time = time;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = new(apiBaseUrl.TrimEnd('/') + '/'),
            Timeout = timeout ?? TimeSpan.FromMinutes(2),
            MaxResponseContentBufferSize = MostBytes,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"(+{publicBaseUrl})"));
        tries = new ResiliencePipelineBuilder<LiveAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<LiveAnswer>
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(2),
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { MayBeAskedAgain: true } answer && answer.RetryAfter.GetValueOrDefault() <= LongestWait),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
            })
            .Build();
    }

    public async Task<LiveAnswer> Get(string query, CancellationToken cancellationToken) =>
        await tries.ExecuteAsync(async stop => await Ask(query, stop), cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<LiveAnswer> Ask(string query, CancellationToken cancellationToken)
    {
        await KeepPace(cancellationToken);
        try
        {
            using var response = await client.GetAsync(query, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK ? await Page(response, cancellationToken) : Refused(response);
        }
        catch (HttpRequestException fault)
        {
            var isTooLarge = fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;
            return new(null, RegistryFaults.GivesNoPage(InWords(fault.HttpRequestError)), MayBeAskedAgain: !isTooLarge);
        }
        catch (OperationCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            return new(null, RegistryFaults.GivesNoPage("it did not answer in time"), MayBeAskedAgain: true);
        }
    }

    private async Task KeepPace(CancellationToken cancellationToken)
    {
        if (lastAsked is { } last && Pace - time.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        lastAsked = time.GetTimestamp();
    }

    private static async Task<LiveAnswer> Page(HttpResponseMessage response, CancellationToken cancellationToken) =>
        LivePage.TryRead(await response.Content.ReadAsByteArrayAsync(cancellationToken)) is { } page
            ? new(page)
            : new(null, RegistryFaults.GivesNoPage("its answer is no page of studies"), MayBeAskedAgain: true);

    private LiveAnswer Refused(HttpResponseMessage response)
    {
        var mayBeAskedAgain = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        var words = $"it answered {(int)response.StatusCode}";
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        if (mayBeAskedAgain && retryAfter > LongestWait)
            words += $" and wants to be left alone for {retryAfter.Value.TotalMinutes:0} minutes";
        return new(null, RegistryFaults.GivesNoPage(words), mayBeAskedAgain, retryAfter);
    }

    private static string InWords(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known here",
        HttpRequestError.ConnectionError => "it cannot be reached",
        HttpRequestError.SecureConnectionError => "no secure connection can be made",
        HttpRequestError.ConfigurationLimitExceeded => $"its answer has more than {MostBytes:N0} bytes",
        _ => "it hung up before its answer was whole",
    };
}
