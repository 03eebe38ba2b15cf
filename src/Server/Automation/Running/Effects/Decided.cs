using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>One decision about to be written down.</summary>
/// <param name="Before">Null when the case begins.</param>
internal sealed record Decided(
    CaseFile File,
    Process Process,
    WorkCalendar Calendar,
    Input Input,
    CaseState? Before,
    Decision.Accepted Accepted,
    TimeSpan? LateBy)
{
    public CaseState After => Accepted.State;

    public DateTimeOffset At => Input.At;
}
