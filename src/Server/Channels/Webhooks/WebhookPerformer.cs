using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>Tells one webhook one thing. Sent again until the receiver says that it has it; the id by which it knows the same thing stays.</summary>
public sealed class WebhookPerformer(WebhookDoor door, WebhookKeys keys, WebhookSettings settings) : Performer
{
    private const int Refused = 400;

    public override string Kind => WebhookMessage.EntryKind;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        var id = Guid.Parse(context.Entry.About!);
        var webhook = await context.Db.Webhooks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (webhook is not { PausedAt: null } || settings.KeepsIn)
        {
            context.Entry.End(OutboxState.Cancelled, context.At);
            return new PerformResult.Done();
        }

        try
        {
            var body = context.Entry.Payload;
            var headers = keys.Sign(webhook, WebhookMessage.Of(context.Entry).Id, body, context.At);
            var status = (int)await door.SendAsync(new Uri(webhook.Address), body, headers, stop);
            context.Entry.LastError = null;
            return status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices
                ? new PerformResult.Done()
                : new PerformResult.Retry(ReasonOf(status));
        }
        catch (HttpRequestException)
        {
            return new PerformResult.Retry("相手につながりませんでした。");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new PerformResult.Retry("相手が時間内に答えませんでした。");
        }
    }

    /// <summary>It stands in the list of what was sent, where it is sent again: no incident beside it, or a receiver that is gone would make hundreds.</summary>
    public override Task<bool> GiveUpAsync(PerformContext context, string reason, CancellationToken stop) => Task.FromResult(true);

    private static string ReasonOf(int status) => status < Refused
        ? string.Create(CultureInfo.InvariantCulture, $"別のアドレスへ回されました（{status}）。転送には従いません。")
        : string.Create(CultureInfo.InvariantCulture, $"相手が受け取りませんでした（{status}）。");
}
