using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>Performs service tasks by their workers and tells the case in the commit that marks the entry.</summary>
internal sealed class ServicePerformer(IEnumerable<Worker> workers, CaseRunner runner, ProcedureLibrary procedures) : Performer
{
    public const string EntryKind = "service";

    private readonly Dictionary<string, Worker> workers = workers.ToDictionary(static worker => worker.Type, StringComparer.Ordinal);

    public override string Kind => EntryKind;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        var call = ServiceCall.Read(context.Entry.Payload);
        var file = await context.Db.Cases.AsNoTracking().SingleAsync(row => row.Id == context.Entry.CaseId, stop);
        if (file.TakesNothing)
        {
            context.MarkNotNeeded();
            return new PerformResult.Done();
        }

        var answer = workers.TryGetValue(call.Type, out var worker)
            ? await worker.PerformAsync(Context(context, call, file) with { Wordings = (await procedures.ProcessAsync(context.Db, file.VersionId, stop)).Wordings }, stop)
            : new WorkerAnswer.Failed($"このサーバーは「{call.Type}」を実行できません。手続きの設定を直してください。");
        context.MarkDone();
        Input input = answer switch
        {
            WorkerAnswer.Done done => new Input.ServiceDone(context.At, context.Entry.About!, done.Values),
            WorkerAnswer.Failed failed => new Input.ServiceFailed(context.At, context.Entry.About!, failed.Reason, failed.ErrorCode),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        if (await runner.TellAsync(context.Db, file.Id, input, stop) is Outcome<CaseFile>.Refused)
        {
            // The case went on without this call: what the worker wanted to leave must not.
            context.MarkNotNeeded();
        }

        return new PerformResult.Done();
    }

    /// <summary>The case learns that it failed; its stuck token is what a person sees.</summary>
    public override async Task<bool> GiveUpAsync(PerformContext context, string reason, CancellationToken stop)
    {
        var input = new Input.ServiceFailed(context.At, context.Entry.About!, reason);
        return await runner.TellAsync(context.Db, context.Entry.CaseId!.Value, input, stop) is Outcome<CaseFile>.Done;
    }

    private static WorkerContext Context(PerformContext context, ServiceCall call, CaseFile file) => new(
        context.Db, file.OfficeId, file.Id, context.Entry.Id, file.Subject, call.Name, call.Inputs, context.At);
}
