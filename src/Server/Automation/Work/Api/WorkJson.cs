using System.Text.Json;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work.Lists;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>A work item as programs read it.</summary>
/// <param name="CaseId">The case it stands in; where that was called, the called one.</param>
/// <param name="State">open, finished, cancelled, sent-back or not-needed.</param>
internal sealed record WorkJson(
    Guid Id,
    Guid CaseId,
    string Name,
    string About,
    string Procedure,
    string? Subject,
    string? Role,
    string State,
    DateTimeOffset? DueAt,
    bool IsOverdue,
    PersonJson? Assignee,
    DateTimeOffset OpenedAt,
    DateTimeOffset? EndedAt,
    FormJson? Form)
{
    /// <summary>1 presses, 2 is usual, 3 can wait.</summary>
    public int Priority { get; init; }

    /// <summary>From when whoever has it wants to see it again.</summary>
    public DateTimeOffset? FollowUpAt { get; init; }

    public static WorkJson Of(WorkLine line, FormDefinition? form, IReadOnlyList<string> reservedTo) => new(
        line.Id,
        line.CaseId,
        line.Name,
        line.About,
        line.Procedure,
        line.Subject,
        line.Role,
        JsonNamingPolicy.KebabCaseLower.ConvertName(line.End?.ToString() ?? "Open"),
        line.DueAt,
        line.IsOverdue,
        line.AssigneeId is { } assignee ? new PersonJson(assignee, line.Assignee) : null,
        line.OpenedAt,
        line.EndedAt,
        form is null ? null : FormJson.Of(form, reservedTo, static (field, _) => field.Options))
    {
        Priority = (int)line.Priority,
        FollowUpAt = line.FollowUpAt,
    };
}
