using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Backtesting;

/// <summary>The last finished cases of a procedure, replayed on its draft: which of them would have gone another way.</summary>
public sealed class BacktestDraft(CheckDraft check, TryDraft trying, ProcedureLibrary library)
{
    public const int Most = 100;

    /// <param name="HasErrors">The draft cannot be run at all.</param>
    public sealed record Model(string Key, string Name, bool HasErrors, IReadOnlyList<Row> Rows)
    {
        /// <summary>Steps that cases would come to, with how many.</summary>
        public IReadOnlyList<(string Step, int Count)> Reached { get; init; } = [];

        public int Count(BacktestWay way) => Rows.Count(row => row.Way == way);
    }

    /// <param name="Where">The step at which it parts or stops, as a sentence; empty when it goes the same way.</param>
    public sealed record Row(Guid CaseId, string Subject, DateTimeOffset EndedAt, BacktestWay Way, string Where);

    public async Task<Outcome<Model>> HandleAsync(string key, OfficeDb db, CancellationToken stop)
    {
        switch (await OpenDraft.HandleAsync(key, db, check, stop))
        {
            case Outcome<OpenDraft.Model>.Refused no:
                return no.Refusal;
            case Outcome<OpenDraft.Model>.Done { Value: { Check: { HasErrors: false, Process: { } process } } draft }:
                return await RunAsync(draft, process, db, stop);
            case Outcome<OpenDraft.Model>.Done { Value: var draft }:
                return new Model(draft.Key, draft.Name, HasErrors: true, []);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Model> RunAsync(OpenDraft.Model draft, Process process, OfficeDb db, CancellationToken stop)
    {
        var files = await db.Cases.AsNoTracking()
            .Where(file => file.ProcedureKey == draft.Key && file.Status == CaseStatus.Completed)
            .OrderByDescending(static file => file.EndedAt)
            .ThenByDescending(static file => file.Id)
            .Take(Most)
            .ToListAsync(stop);
        var recorded = (await RecordedAsync(files, db, stop)).FindAll(static one => one.Case.IsWhole);
        var world = (await trying.GroundAsync(process, db, stop)).World;
        var results = recorded.ConvertAll(one => (one.File, one.Case, Result: Backtest.Run(one.Case, process, world)));
        return new Model(draft.Key, draft.Name, HasErrors: false, results.ConvertAll(one => RowOf(one.File, one.Case, one.Result, process)))
        {
            Reached =
            [
                .. results.SelectMany(static one => one.Result.Reached)
                    .GroupBy(static node => node, StringComparer.Ordinal)
                    .OrderByDescending(static group => group.Count())
                    .Select(group => (StepOf(process, group.Key), group.Count())),
            ],
        };
    }

    private async Task<List<(CaseFile File, RecordedCase Case)>> RecordedAsync(List<CaseFile> files, OfficeDb db, CancellationToken stop)
    {
        var ids = files.ConvertAll(static file => file.Id);
        var history = (await db.History.AsNoTracking().Where(entry => ids.Contains(entry.CaseId)).ToListAsync(stop)).ToLookup(static entry => entry.CaseId);
        var called = (await db.Cases.AsNoTracking()
                .Where(file => file.ParentId != null && ids.Contains(file.ParentId.Value))
                .Select(static file => new { file.ParentId, file.ParentCallId, file.State })
                .ToListAsync(stop))
            .ToLookup(static file => file.ParentId!.Value, static file => (Id: file.ParentCallId!, Values: CaseFormat.Read(file.State).Outputs));
        var messages = (await db.Messages.AsNoTracking()
                .Where(message => message.CaseId != null && ids.Contains(message.CaseId.Value))
                .Select(static message => new { message.CaseId, message.Id, message.Variables })
                .ToListAsync(stop))
            .ToLookup(static message => message.CaseId!.Value, static message => (message.Id, Values: (Value.Record)CaseFormat.ReadValue(message.Variables)));
        var recorded = new List<(CaseFile, RecordedCase)>();
        foreach (var file in files.Where(file => history.Contains(file.Id)))
        {
            var brought = called[file.Id].Concat(messages[file.Id]).ToDictionary(static one => one.Id, static one => one.Values, StringComparer.Ordinal);
            recorded.Add((file, new RecordedCase(
                await library.ProcessAsync(db, file.VersionId, stop), [.. history[file.Id].OrderBy(static entry => entry.Number).Select(FactOf)], brought)));
        }

        return recorded;
    }

    private static RecordedFact FactOf(HistoryEntry entry)
    {
        using var events = CaseFormat.Parse(entry.Events);
        return new RecordedFact(entry.At, entry.Told, entry.About, entry.By?.ToString(), [.. events.RootElement.EnumerateArray().Select(static text => CaseFormat.ReadEvent(text.GetRawText()))]);
    }

    private static Row RowOf(CaseFile file, RecordedCase recorded, BacktestResult result, Process draft)
    {
        var stop = result.StopsAt is { } at ? $"「{draft.Find(at)?.Label ?? at}」で止まります。{result.Why}" : "";
        var where = result.Way switch
        {
            BacktestWay.Same => "",
            BacktestWay.Stops => stop,
            _ => string.Concat(
                result.Reached.Select(node => $"{StepOf(draft, node)}へ進みます。").Concat(result.Missed.Select(node => $"{StepOf(recorded.Process, node)}へは進みません。"))) + stop,
        };
        return new Row(file.Id, file.SubjectLabel ?? file.ProcedureName, file.EndedAt ?? file.StartedAt, result.Way, where);
    }

    private static string StepOf(Process process, string nodeId) => process.Find(nodeId) is { } node
        ? $"「{node.Label}」{(node.Role is { } role ? $"（{Roles.NameOf(role)}）" : "")}"
        : $"「{nodeId}」";
}
