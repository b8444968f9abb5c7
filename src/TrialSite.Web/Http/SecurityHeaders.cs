namespace TrialSite.Web.Http;

/// <summary>The same headers on every answer: pages, files, errors and redirects.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';"
        + "form-action 'self';base-uri 'none';frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script';trusted-types 'none'";

    /// <summary>The position, and only when a visitor clicks for it: search.js.</summary>
    private const string PermissionsPolicy =
        "accelerometer=(),autoplay=(),browsing-topics=(),camera=(),display-capture=(),encrypted-media=(),fullscreen=(),geolocation=(self),"
        + "gyroscope=(),hid=(),identity-credentials-get=(),idle-detection=(),magnetometer=(),microphone=(),midi=(),"
        + "payment=(),picture-in-picture=(),publickey-credentials-get=(),screen-wake-lock=(),serial=(),usb=(),xr-spatial-tracking=()";

    public Task Invoke(HttpContext context)
    {
        // Set directly they would vanish when the exception handler clears the answer.
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Names of conditions stand in addresses.
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.ContentSecurityPolicy = context.Request.IsHttps ? $"{ContentSecurityPolicy};upgrade-insecure-requests" : ContentSecurityPolicy;
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = PermissionsPolicy;
    }
}
