using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App;

/// <summary>Whatever goes wrong, people read a Japanese page with a way out, and programs under /api a problem.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Broken, AllowStatusCode404Response = true });
        app.UseStatusCodePages(static context => IsPage(context.HttpContext)
            ? WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode)
            : WriteProblemAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static Task Broken(HttpContext http)
    {
        var status = StatusOf(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        http.Response.StatusCode = status;
        return IsPage(http) ? WriteAsync(http, status) : WriteProblemAsync(http, status);
    }

    /// <summary>A request that cannot be read is the sender's mistake, not ours.</summary>
    private static int StatusOf(Exception? error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsPage(HttpContext http) => !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The API says it as a problem (RFC 9457).</summary>
    private static Task WriteProblemAsync(HttpContext http, int status)
    {
        var problem = Problem.OfCall(status);
        return TypedResults.Problem(title: problem.Title, detail: problem.Sentence, statusCode: status).ExecuteAsync(http);
    }

    private static Task WriteAsync(HttpContext http, int status)
    {
        var problem = status is StatusCodes.Status400BadRequest && HttpMethods.IsGet(http.Request.Method) ? Problem.WrongAddress : Problem.Of(status);
        return View.Of<ErrorPage, Problem>(problem, status).ExecuteAsync(http);
    }
}
