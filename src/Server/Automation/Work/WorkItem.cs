using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Something a person must do in a case (作業). Opened and ended only by the engine's effects.</summary>
public sealed class WorkItem : IAnnounced
{
    /// <summary>Where work without a due date stands in a list: behind all that has one.</summary>
    public static readonly DateTimeOffset NoDueDate = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The work's id in its case's state.</summary>
    public required string EngineId { get; init; }

    public required string NodeId { get; init; }

    /// <summary>The task's label.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the lane's role, or null when anyone may do it.</summary>
    public string? Role { get; init; }

    public bool IsManual { get; init; }

    /// <summary>Key of its form, or null when there is nothing to enter.</summary>
    public string? Form { get; init; }

    /// <summary>What the list shows beside the name.</summary>
    public string About { get; init; } = "";

    /// <summary>Name, about and procedure folded for search, so that width and kana do not matter.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Key of the case's procedure.</summary>
    public string ProcedureKey { get; init; } = "";

    /// <summary>Id of what its case is about.</summary>
    public string? Subject { get; init; }

    /// <summary>How the subject is read, folded: the order of lists by subject.</summary>
    public string SubjectSort { get; init; } = "";

    /// <summary>The task's evaluated inputs, as the engine writes values.</summary>
    public required string Inputs { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>再開日: until then whoever has it does not want to see it among the work of today.</summary>
    public DateTimeOffset? FollowUpAt { get; set; }

    public WorkPriority Priority { get; set; } = WorkPriority.Normal;

    /// <summary>The due date, or <see cref="NoDueDate"/>: the order of every list.</summary>
    public DateTimeOffset SortAt { get; set; } = NoDueDate;

    /// <summary>Who has it: by claim, by reassignment, or named by the procedure.</summary>
    public Guid? AssigneeId { get; set; }

    public DateTimeOffset? AssignedAt { get; set; }

    /// <summary>Whose it stays while another prepares it (準備を頼む): it goes back to them, and they finish it.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Who started the case, or the one at the top of its tree of calls: whoever that is waits for this work.</summary>
    public Guid? AwaitedById { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public WorkEnd? End { get; set; }

    public Guid? FinishedById { get; set; }

    /// <summary>For whom a substitute finished it.</summary>
    public Guid? FinishedForId { get; set; }

    /// <summary>The operation that finished it: told again, it is answered again.</summary>
    public string? FinishOperation { get; set; }

    Guid IAnnounced.AnnouncedId => Id;

    public bool IsOpen => EndedAt is null;

    /// <summary>Its state as one word: whose it is, when it is due, how it is weighed, whether it has ended.</summary>
    public string Tag => EntityTag.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{Id} {AssigneeId} {OwnerId} {DueAt?.UtcTicks} {FollowUpAt?.UtcTicks} {Priority} {EndedAt?.UtcTicks}"));

    public bool IsOverdue(DateTimeOffset at) => IsOpen && DueAt < at;
}
