using TrialSite.Store;

namespace TrialSite.Web.Http;

/// <summary>A page for people and RFC 9457 for machines, whatever went wrong.</summary>
internal static class FaultPages
{
    private const string StatusPage = "/status/{0}";

    public static void UseFaultPages(this WebApplication app)
    {
        app.UseWhen(IsForMachines, machines => machines.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages());
        app.UseWhen(context => !IsForMachines(context), people => people
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/status/500", StatusCodeSelector = StatusOf })
            .UseStatusCodePagesWithReExecute(StatusPage));
        app.Use(TellWhenToComeBack);
    }

    private static bool IsForMachines(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi");

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task TellWhenToComeBack(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (response.StatusCode == StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0)
                response.Headers.RetryAfter = "30";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
