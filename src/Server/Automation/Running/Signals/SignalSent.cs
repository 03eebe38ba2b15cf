using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Running.Signals;

/// <summary>A signal on its way.</summary>
/// <param name="By">The case that sent it and has heard it already; null for one from outside.</param>
internal sealed record SignalSent(Guid OfficeId, string Name, string Id, Value.Record Variables, DateTimeOffset At, Guid? By = null);
