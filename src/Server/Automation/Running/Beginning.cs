using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>Makes the row of a new case and tells it its first input, in the caller's commit.</summary>
public sealed class Beginning(CaseRunner runner, CaseSubject subjects, SubjectList list, TimeProvider clock)
{
    public Task<Outcome<CaseFile>> BeginAsync(OfficeDb db, StartRequest request, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return BeginAsync(db, request, new Input.Started(now, request.Variables, request.StartNodeId) { IsCalled = request.ParentId is not null }, stop);
    }

    /// <summary>Begins a case at a later step; what came before was done elsewhere.</summary>
    public Task<Outcome<CaseFile>> TakeOverAsync(
        OfficeDb db, StartRequest request, string place, ImmutableArray<EarlierStep> earlier, CancellationToken stop) =>
        BeginAsync(db, request, new Input.TakenOver(clock.GetUtcNow(), place, request.Variables, earlier, request.By?.ToString()), stop);

    private async Task<Outcome<CaseFile>> BeginAsync(OfficeDb db, StartRequest request, Input input, CancellationToken stop)
    {
        var now = input.At;
        var today = CivilTime.DayOf(now, WorkCalendar.Tokyo);
        var version = request.Version is { } number
            ? await ProcedureLibrary.NumberAsync(db, request.OfficeId, request.ProcedureKey, number, stop)
            : await ProcedureLibrary.CurrentAsync(db, request.OfficeId, request.ProcedureKey, today, stop);
        if (version is null || (request.OnlyVersion is { } only && only != version.Id))
        {
            return new Refusal("procedure-unknown", $"手続き「{request.ProcedureKey}」は公開されていません。手続きの一覧で公開してください。", Kind: RefusalKind.Unknown);
        }

        var retirements = db.Retirements;
        var procedure = await db.Procedures
            .Where(row => row.OfficeId == request.OfficeId && row.Key == request.ProcedureKey)
            .Select(row => new { row.Name, IsRetired = retirements.Any(retired => retired.OfficeId == row.OfficeId && retired.ProcedureKey == row.Key) })
            .SingleAsync(stop);

        // What a running case calls is part of it, whatever was decided since.
        if (procedure.IsRetired && request.ParentId is null)
        {
            return new Refusal("procedure-retired", $"手続き「{procedure.Name}」は使うのをやめています。手続きのページで、また使うことにできます。", Kind: RefusalKind.Conflict);
        }

        var subject = request.Subject ?? subjects.Id(request.Variables) ?? request.SubjectOf?.Subject;
        var reading = subject is null ? null : await list.ReadingAsync(db, subject, stop);
        return await runner.BeginAsync(db, FileOf(request, version, procedure.Name, (subject, reading), now), input, stop);
    }

    private CaseFile FileOf(StartRequest request, ProcedureVersion version, string name, (string? Id, string? Reading) subject, DateTimeOffset now)
    {
        var label = subjects.Label(request.Variables) ?? request.SubjectOf?.SubjectLabel;
        return new CaseFile
        {
            Id = request.CaseId,
            OfficeId = request.OfficeId,
            ProcedureKey = request.ProcedureKey,
            ProcedureName = name,
            VersionId = version.Id,
            Subject = subject.Id,
            SubjectLabel = label,
            SubjectReading = subject.Reading,
            SearchText = SearchWords.Fold($"{label} {subject.Reading} {name}"),
            StartedAt = now,
            StartedBy = request.By,
            ParentId = request.ParentId,
            ParentCallId = request.ParentCallId,
            RootId = request.RootId ?? request.CaseId,
        };
    }
}
