namespace OfficeWorkflow.Server.App;

/// <summary>No inline script, no foreign sources, no framing, and no copy of a page with personal data in shared caches.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (http, next) =>
    {
        // At the start of the answer: an error page clears what was set before. A page with a stricter policy of its own keeps it.
        http.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            if (string.IsNullOrEmpty(headers.ContentSecurityPolicy))
            {
                headers.ContentSecurityPolicy = Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            if (string.IsNullOrEmpty(response.Headers.CacheControl) && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
