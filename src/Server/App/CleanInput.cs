using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.App;

/// <summary>
/// What comes in as text is cleaned once, at the door: no address, form or JSON brings a NUL or half a character to a page, a database or
/// a letter. Files and drawings pass as they are.
/// </summary>
internal static partial class CleanInput
{
    public static void UseCleanInput(this WebApplication app) => app.Use(static async (http, next) =>
    {
        if (http.Request.Path.Value is { } path && !string.Equals(PlainText.Of(path), path, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.Request.Query.Any(static pair => IsUnclean(pair.Key) || pair.Value.Any(IsUnclean)))
        {
            http.Request.Query = new QueryCollection(Clean(http.Request.Query));
        }

        if (http.Request.HasFormContentType && !await CleanFormAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (http.Request.HasJsonContentType())
        {
            await CleanJsonAsync(http.Request);
        }

        await next(http);
    });

    /// <returns>False for a form that breaks off in the middle.</returns>
    private static async Task<bool> CleanFormAsync(HttpContext http)
    {
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            return false;
        }

        if (form.Any(static pair => IsUnclean(pair.Key) || pair.Value.Any(IsUnclean)))
        {
            http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(Clean(form), form.Files)));
        }

        return true;
    }

    private static Dictionary<string, StringValues> Clean(IEnumerable<KeyValuePair<string, StringValues>> pairs) => pairs
        .GroupBy(static pair => PlainText.Of(pair.Key), static pair => pair.Value, StringComparer.Ordinal)
        .ToDictionary(
            static group => group.Key,
            static group => new StringValues([.. group.SelectMany(static values => values).Select(static text => PlainText.Of(text ?? ""))]),
            StringComparer.Ordinal);

    private static bool IsUnclean(string? text) => text is not null && !string.Equals(PlainText.Of(text), text, StringComparison.Ordinal);

    /// <summary>In JSON such characters can only stand as escapes; anything else that is wrong there is its reader's business.</summary>
    private static async Task CleanJsonAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        var clean = Escapes().Replace(text, static escape =>
            escape.Groups["half"].Success ? "\\ufffd" : escape.Groups["control"].Success ? "" : escape.Value);
        if (!string.Equals(clean, text, StringComparison.Ordinal))
        {
            request.Body = new MemoryStream(Encoding.UTF8.GetBytes(clean));
            request.ContentLength = request.Body.Length;
        }
    }

    [GeneratedRegex(
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|u00(?:09|0[aA]|0[dD])|(?<control>u00(?:[01][0-9a-fA-F]|7[fF]|[89][0-9a-fA-F]))|.)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Escapes();
}
