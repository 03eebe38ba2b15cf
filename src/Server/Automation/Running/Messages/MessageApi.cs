using System.Diagnostics;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>Messages from other programs.</summary>
internal static class MessageApi
{
    internal sealed record Incoming(string Name, string? Key, JsonElement? Variables, string? Id);

    /// <summary>Other programs name their messages as they like, but never one that this product tells once.</summary>
    private const string Outside = "api:";

    public static void Map(WebApplication app) =>
        app.MapPost("/api/v1/messages", Post).RequireAuthorization(Policies.Work).WithName("deliverMessage").WithTags("messages");

    private static async Task<IResult> Post(
        Incoming message, OfficeDb db, Matching matching, IEnumerable<OwnMessage> own, TimeProvider clock, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(message.Name))
        {
            return Problems.Of(new Refusal("name-missing", "メッセージの名前を指定してください。", nameof(message.Name)));
        }

        if (own.Any(one => string.Equals(one.Name, message.Name, StringComparison.Ordinal)))
        {
            return Problems.Of(new Refusal("message-own", $"「{message.Name}」は、本人の返事などを受け取ったこの製品だけが伝えます。返事は画面から記録してください。", nameof(message.Name)));
        }

        if (db.Scope.Office is { } office)
        {
            db.Note(office, clock.GetUtcNow(), "message-sent-by-api", $"message:{message.Name}:{message.Key}", $"ほかのプログラムがメッセージ「{message.Name}」を伝えました。");
        }

        var id = Outside + (string.IsNullOrEmpty(message.Id) ? Guid.CreateVersion7().ToString() : message.Id);
        var variables = JsonValues.Read(message.Variables);
        return await Deliver.HandleAsync(message.Name, message.Key ?? "", variables, id, db, matching, clock, stop) switch
        {
            Outcome<MessageState>.Done done => TypedResults.Accepted(
                (string?)null, new { outcome = done.Value is MessageState.Delivered ? "delivered" : "kept" }),
            Outcome<MessageState>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }
}
