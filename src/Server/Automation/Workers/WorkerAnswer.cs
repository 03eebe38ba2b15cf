using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>What became of a service task. A failing world throws instead, and is tried again.</summary>
public abstract record WorkerAnswer
{
    private WorkerAnswer()
    {
    }

    /// <param name="Values">Results that go back to the case.</param>
    public sealed record Done(Value.Record Values) : WorkerAnswer;

    /// <summary>Cannot be done however often it is tried: a person must look.</summary>
    /// <param name="ErrorCode">A BPMN error code the procedure may catch, or null for an incident.</param>
    public sealed record Failed(string Reason, string? ErrorCode = null) : WorkerAnswer;
}
