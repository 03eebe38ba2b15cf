using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>A case of the world, and the call that waits for it.</summary>
internal sealed class Open(Process process, Open? caller, string? callId)
{
    public Process Process { get; } = process;

    public Open? Caller { get; } = caller;

    public string? CallId { get; } = callId;

    public CaseState? State { get; set; }

    public bool HasEnded => State is not { HasEnded: false };
}
