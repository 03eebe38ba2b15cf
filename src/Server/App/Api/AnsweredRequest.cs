namespace OfficeWorkflow.Server.App.Api;

/// <summary>A write that carried an <c>Idempotency-Key</c>: committed with its effect, so that the same key again has none.</summary>
public sealed class AnsweredRequest
{
    public required Guid PersonId { get; init; }

    public required string Key { get; init; }

    /// <summary>Fingerprint of method, address and body: the same key for something else is a mistake.</summary>
    public required string Request { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null between the commit and the answer.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }

    public string? Body { get; set; }
}
