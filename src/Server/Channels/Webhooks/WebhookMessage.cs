using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>
/// One thing told to another program: what happened, when, and the ids to ask the HTTP API with. Nothing personal stands in it, so that an
/// address that was mistyped tells nothing.
/// </summary>
/// <param name="Id">Stays the same however often it is sent.</param>
public sealed record WebhookMessage(Guid Id, string Type, DateTimeOffset Timestamp, WebhookMessage.Content Data)
{
    /// <summary>The outbox entries' kind.</summary>
    public const string EntryKind = "webhook";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="Procedure">Key of the procedure.</param>
    /// <param name="Step">Id of the step in it.</param>
    /// <param name="End">How it ended.</param>
    public sealed record Content(Guid? CaseId = null, string? Procedure = null, Guid? WorkId = null, string? Step = null, string? End = null);

    /// <summary>As it waits in the outbox: of no case, because it is told though the case is cancelled.</summary>
    public OutboxEntry To(Webhook webhook) => new()
    {
        Id = Guid.CreateVersion7(Timestamp),
        OfficeId = webhook.OfficeId,
        Kind = EntryKind,
        About = webhook.Id.ToString(),
        Payload = JsonSerializer.Serialize(this, Format),
        WrittenAt = Timestamp,
        DueAt = Timestamp,
    };

    public static WebhookMessage Of(OutboxEntry entry) =>
        JsonSerializer.Deserialize<WebhookMessage>(entry.Payload, Format)
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Id} holds no message."));
}
