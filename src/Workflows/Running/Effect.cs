using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// What the engine asks of the server, in the engine's words. Effects are ordered. Ids derive from the case's own
/// sequence, so telling the same input twice asks for the same things.
/// </summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Someone must do a user or manual task.</summary>
    /// <param name="Name">The task's label.</param>
    /// <param name="Role">Key of the lane's role, or null when the task lies in no lane.</param>
    /// <param name="Inputs">The task's configured inputs, evaluated on entry (form, dueAt, assignee, subject …).</param>
    public sealed record OpenWorkItem(string WorkId, string NodeId, string Name, string? Role, bool IsManual, Value.Record Inputs) : Effect;

    /// <summary>What an open task was given is another now.</summary>
    /// <param name="Inputs">Those of its inputs that changed.</param>
    /// <param name="Reason">Why, in the words of whoever changed it.</param>
    public sealed record ChangeWorkItem(string WorkId, Value.Record Inputs, string Reason) : Effect;

    /// <summary>The task is no longer needed, or is done.</summary>
    public sealed record CloseWorkItem(string WorkId, WorkEnd End) : Effect;

    /// <summary>A service or send task is to be performed.</summary>
    /// <param name="Type">Step type of the binding, such as <c>Office.SendMail</c>.</param>
    public sealed record CallService(string CallId, string NodeId, string Name, string Type, Value.Record Inputs) : Effect;

    public sealed record CancelService(string CallId) : Effect;

    public sealed record ArmTimer(string TimerId, string NodeId, DateTimeOffset DueAt) : Effect;

    public sealed record DisarmTimer(string TimerId) : Effect;

    /// <summary>An armed timer falls due at another moment.</summary>
    public sealed record SetTimer(string TimerId, DateTimeOffset DueAt) : Effect;

    /// <summary>The case waits for a message of this name and correlation key; a kept message of the same name and key is told at once.</summary>
    public sealed record Listen(string SubscriptionId, string NodeId, string MessageName, string Key) : Effect;

    public sealed record StopListening(string SubscriptionId) : Effect;

    /// <summary>A message leaves this case for whoever waits for it, or for a procedure that starts by it.</summary>
    public sealed record Send(string SendId, string NodeId, string MessageName, string Key, Value.Record Variables) : Effect;

    /// <summary>The case waits for a signal of this name.</summary>
    public sealed record Hear(string HearingId, string NodeId, string SignalName) : Effect;

    public sealed record StopHearing(string HearingId) : Effect;

    /// <summary>A signal goes to every other case of the office that waits for it at this moment, and to every procedure that starts by it.</summary>
    public sealed record Broadcast(string SendId, string NodeId, string SignalName, Value.Record Variables) : Effect;

    /// <summary>An escalation that nobody in this called case caught is for the calling case; this case goes on.</summary>
    public sealed record EscalateToCaller(string Code) : Effect;

    /// <summary>
    /// The case was moved to another version: what is waited for keeps its id, and a work item its claims and drafts; where it stands, its name, role and
    /// inputs are these now.
    /// </summary>
    public sealed record MoveWait(string WaitId, string NodeId, string Name, string? Role, Value.Record Inputs) : Effect;

    /// <summary>A called procedure is to be started as a case of its own.</summary>
    public sealed record StartCase(string CallId, string NodeId, string Procedure, Value.Record Variables) : Effect
    {
        /// <summary>Which version runs.</summary>
        public CalledVersion Binding { get; init; }

        /// <summary>Number of the version, where it is fixed.</summary>
        public int? Version { get; init; }
    }

    /// <summary>A called case is no longer needed.</summary>
    public sealed record CancelCase(string CallId) : Effect;
}
