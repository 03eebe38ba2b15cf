using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Something outside that a token waits for. Its id is what the shell tells the engine later.</summary>
/// <param name="TokenId">The token; or the frame, for the start of an event subprocess.</param>
/// <param name="NodeId">The token's own node, a boundary event on it, the start of an event subprocess, or an event behind an event-based gateway.</param>
public abstract record Wait(string Id, string TokenId, string NodeId)
{
    public sealed record ForWork(string Id, string TokenId, string NodeId) : Wait(Id, TokenId, NodeId);

    public sealed record ForService(string Id, string TokenId, string NodeId) : Wait(Id, TokenId, NodeId);

    public sealed record ForTimer(string Id, string TokenId, string NodeId, Due Due) : Wait(Id, TokenId, NodeId);

    public sealed record ForMessage(string Id, string TokenId, string NodeId, string MessageName, string Key) : Wait(Id, TokenId, NodeId);

    public sealed record ForSignal(string Id, string TokenId, string NodeId, string SignalName) : Wait(Id, TokenId, NodeId);

    /// <param name="IsHeld">Whether the condition has been met and still holds: it must first fail to be met again.</param>
    public sealed record ForCondition(string Id, string TokenId, string NodeId, bool IsHeld) : Wait(Id, TokenId, NodeId);

    public sealed record ForCase(string Id, string TokenId, string NodeId) : Wait(Id, TokenId, NodeId);

    /// <summary>Of two waits of one case the smaller number began first: a letter and the case's sequence make an id.</summary>
    public static long SequenceOf(string id) => long.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
