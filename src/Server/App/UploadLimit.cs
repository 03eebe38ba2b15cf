using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using OfficeWorkflow.Server.Channels.Documents;

namespace OfficeWorkflow.Server.App;

/// <summary>
/// More than 10 MB is refused with a page. What is still coming is read and thrown away first: a browser that is cut off while it
/// sends shows its own error instead of our sentence.
/// </summary>
internal static class UploadLimit
{
    public const long Most = DocumentStore.LargestSize;

    private const long MostThrownAway = 64 * 1024 * 1024;

    /// <summary>What a form adds around its files.</summary>
    private const long Slack = 1024 * 1024;

    /// <summary>Also what does not say beforehand how long it is ends there.</summary>
    public static void AddUploadLimit(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(static server => server.Limits.MaxRequestBodySize = Most + Slack);

    public static void UseUploadLimit(this WebApplication app) => app.Use(static async (http, next) =>
    {
        if (http.Request.ContentLength > Most + Slack)
        {
            await ThrowAwayAsync(http);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(http);
    });

    private static async Task ThrowAwayAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MostThrownAway)
        {
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostThrownAway;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) > 0)
        {
            // Read on: nothing is kept.
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
