using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>Makes the row of a new case and tells it its first input, in the caller's commit.</summary>
public sealed class Beginning(CaseRunner runner, CaseSubject subjects, TimeProvider clock)
{
    public async Task<Outcome<CaseFile>> BeginAsync(OfficeDb db, StartRequest request, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = CivilTime.DayOf(now, WorkCalendar.Tokyo);
        var version = request.Version is { } number
            ? await ProcedureLibrary.NumberAsync(db, request.OfficeId, request.ProcedureKey, number, stop)
            : await ProcedureLibrary.CurrentAsync(db, request.OfficeId, request.ProcedureKey, today, stop);
        if (version is null || (request.OnlyVersion is { } only && only != version.Id))
        {
            return new Refusal("procedure-unknown", $"手続き「{request.ProcedureKey}」は公開されていません。手続きの一覧で公開してください。", Kind: RefusalKind.Unknown);
        }

        var name = await db.Procedures
            .Where(row => row.OfficeId == request.OfficeId && row.Key == request.ProcedureKey)
            .Select(static row => row.Name)
            .SingleAsync(stop);
        var input = new Input.Started(now, request.Variables, request.StartNodeId) { IsCalled = request.ParentId is not null };
        return await runner.BeginAsync(db, FileOf(request, version, name, now), input, stop);
    }

    private CaseFile FileOf(StartRequest request, ProcedureVersion version, string name, DateTimeOffset now) => new()
    {
        Id = request.CaseId,
        OfficeId = request.OfficeId,
        ProcedureKey = request.ProcedureKey,
        ProcedureName = name,
        VersionId = version.Id,
        Subject = request.Subject ?? subjects.Id(request.Variables) ?? request.SubjectOf?.Subject,
        SubjectLabel = subjects.Label(request.Variables) ?? request.SubjectOf?.SubjectLabel,
        StartedAt = now,
        StartedBy = request.By,
        ParentId = request.ParentId,
        ParentCallId = request.ParentCallId,
        RootId = request.RootId ?? request.CaseId,
    };
}
