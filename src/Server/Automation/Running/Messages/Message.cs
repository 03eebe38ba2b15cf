using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>A message that arrived, whole, whether someone waits for it or not.</summary>
public sealed class Message : IOfficeRow, IPumped
{
    public required Guid OfficeId { get; init; }

    /// <summary>Given by the sender, behind <c>api:</c> where that is another program: the same one twice has one effect.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Correlation key; empty where the name alone is enough.</summary>
    public required string Key { get; init; }

    /// <summary>As <c>CaseFormat</c> writes a value.</summary>
    public required string Variables { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Written in the commit that tells it, so that it is told once.</summary>
    public MessageState State { get; set; }

    /// <summary>The case it went to.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The case that sent it; null for one from outside.</summary>
    public Guid? SentBy { get; init; }

    public bool IsPending => State is MessageState.Kept;
}
