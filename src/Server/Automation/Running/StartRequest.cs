using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>A case to begin.</summary>
public sealed record StartRequest(Guid OfficeId, string ProcedureKey, Value.Record Variables)
{
    public Guid CaseId { get; init; } = Guid.CreateVersion7();

    /// <summary>Start event to begin at; null for the blank one.</summary>
    public string? StartNodeId { get; init; }

    /// <summary>Begin only if this is the version that new cases use now: a start event of an older one no longer counts.</summary>
    public Guid? OnlyVersion { get; init; }

    /// <summary>Number of the version to use; null for the one that new cases use now.</summary>
    public int? Version { get; init; }

    /// <summary>What the case is about, where its variables do not say it.</summary>
    public string? Subject { get; init; }

    /// <summary>The case that caused it; what that is about, this is about, where nothing else says it.</summary>
    public CaseFile? SubjectOf { get; init; }

    /// <summary>Who starts it, where a person does.</summary>
    public Guid? By { get; init; }

    /// <summary>The case that calls it.</summary>
    public Guid? ParentId { get; init; }

    public string? ParentCallId { get; init; }

    public Guid? RootId { get; init; }
}
