using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OfficeWorkflow.Server.Tests.Channels.Webhooks;

/// <summary>Another program that listens on this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Letter> Received { get; } = new();

    /// <summary>What it answers.</summary>
    public int Answer { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>Where it sends whoever asks, if anywhere.</summary>
    public string? Redirect { get; set; }

    public Uri Address => new(app.Urls.Single() + "/hook");

    /// <summary>One request as it came.</summary>
    public sealed record Letter(string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string this[string header] => Headers[header];
    }

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var built = builder.Build();
        built.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(built);
        // As a delegate: as a RequestDelegate its answer would be thrown away.
        built.MapPost("/hook", (Delegate)receiver.TakeAsync);
        await built.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Received.Enqueue(new Letter(body, http.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return Redirect is null ? Results.StatusCode(Answer) : Results.Redirect(Redirect);
    }
}
