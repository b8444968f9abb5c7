using Microsoft.Playwright;

namespace TrialSite.BrowserTests;

internal static class PageLoads
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Does what leads to another page, and waits until that page is there.</summary>
    public static async Task<IResponse> Leading(this IPage page, Func<Task> act)
    {
        IResponse? answer = null;
        var loaded = new TaskCompletionSource();
        page.Response += OnResponse;
        page.Load += OnLoad;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience);
            return answer ?? throw new InvalidOperationException("The page was loaded without an answer of the server.");
        }
        finally
        {
            page.Response -= OnResponse;
            page.Load -= OnLoad;
        }

        void OnResponse(object? sender, IResponse response) => answer = response.Request.IsNavigationRequest ? response : answer;
        void OnLoad(object? sender, IPage loadedPage) => loaded.TrySetResult();
    }
}
