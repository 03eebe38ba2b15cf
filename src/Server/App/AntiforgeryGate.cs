using Microsoft.AspNetCore.Antiforgery;

namespace OfficeWorkflow.Server.App;

/// <summary>
/// Every form proves that it came from a page of ours, whether its address remembers to ask or not. Under /api people are known by a token
/// that a foreign page does not have.
/// </summary>
internal static class AntiforgeryGate
{
    public static void UseAntiforgeryGate(this WebApplication app)
    {
        app.Use(static async (http, next) =>
        {
            var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
            if (isSafe || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        });

        // Bound forms ask for the framework's own verdict. It stands behind the gate, for after a "no" it lets nobody look at the request.
        app.UseAntiforgery();
    }
}
