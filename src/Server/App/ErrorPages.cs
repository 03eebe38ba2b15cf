using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App;

/// <summary>Whatever goes wrong, people read a Japanese page with a way out. The API answers for itself under /api.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Broken, AllowStatusCode404Response = true });
        app.UseStatusCodePages(static context => IsPage(context.HttpContext)
            ? WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode)
            : Task.CompletedTask);
    }

    private static Task Broken(HttpContext http)
    {
        var status = StatusOf(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        http.Response.StatusCode = status;
        return IsPage(http) ? WriteAsync(http, status) : Task.CompletedTask;
    }

    /// <summary>A request that cannot be read is the sender's mistake, not ours.</summary>
    private static int StatusOf(Exception? error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsPage(HttpContext http) => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static Task WriteAsync(HttpContext http, int status) =>
        View.Of<ErrorPage, Problem>(Problem.Of(status), status).ExecuteAsync(http);
}
