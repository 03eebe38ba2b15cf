using System.Globalization;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>What cases ask for, and what they cause in one another.</summary>
public sealed partial class Trial
{
    private const string CancelledCode = "case-cancelled";

    private void Apply(TrialCase file, Input told, Effect effect)
    {
        file.Remember(effect);
        switch (effect)
        {
            case Effect.CallService call when !world.HoldsServices && world.Results(call) is { } result:
                services.Enqueue(() => Decide(file, new Input.ServiceDone(Now, call.CallId, result)));
                break;
            case Effect.StartCase start when !world.HoldsCalls:
                inbox.Enqueue(() => StartCalled(file, start));
                break;
            case Effect.CancelCase cancel:
                CallOff(file, cancel, (told as Input.Cancelled)?.Reason ?? "呼び出した手続きが先へ進みました。");
                break;
            case Effect.EscalateToCaller escalate when file is { Caller: { } caller, IsCalledOff: false }:
                inbox.Enqueue(() => Decide(caller, new Input.ChildEscalated(Now, file.CallId!, escalate.Code)));
                break;
            case Effect.Send send:
                var message = new TrialMessage(IdOf(file, send.SendId), send.MessageName, send.Key, send.Variables, Now);
                messages.Enqueue(() => Route(message));
                break;
            case Effect.Listen listen when kept.Find(one => !one.IsAmbiguous && IsFor(one, listen.MessageName, listen.Key) && Now - one.SentAt < world.Patience) is { } early:
                kept.Remove(early);
                messages.Enqueue(() => Route(early));
                break;
            case Effect.Broadcast broadcast:
                Spread(broadcast.SignalName, IdOf(file, broadcast.SendId), broadcast.Variables, file);
                break;
        }
    }

    private void StartCalled(TrialCase caller, Effect.StartCase start)
    {
        if (!caller.IsOpen || calledOff.Contains((caller.Number, start.CallId)))
        {
            return;
        }

        if (world.Called(start) is { } process)
        {
            Decide(Add(process, caller, start.CallId), new Input.Started(Now, start.Variables) { IsCalled = true });
        }
        else
        {
            Decide(caller, new Input.ChildFailed(Now, start.CallId, "procedure-unknown", $"手続き「{start.Procedure}」は公開されていません。手続きの一覧で公開してください。"));
        }
    }

    private void CallOff(TrialCase caller, Effect.CancelCase cancel, string reason)
    {
        calledOff.Add((caller.Number, cancel.CallId));
        if (cases.Find(file => file.Caller == caller && string.Equals(file.CallId, cancel.CallId, StringComparison.Ordinal)) is { } called)
        {
            StopTree(called);
            inbox.Enqueue(() => Decide(called, new Input.Cancelled(Now, reason)));
        }
    }

    private void StopTree(TrialCase top)
    {
        top.IsCalledOff = true;
        foreach (var called in cases.Where(file => file.Caller == top && file.IsOpen))
        {
            StopTree(called);
        }
    }

    private void TellCaller(TrialCase file)
    {
        if (file is not { State: { HasEnded: true } after, Caller: { } caller, IsCalledOff: false })
        {
            return;
        }

        Input input = after.End is CaseEnd.Failed or CaseEnd.Cancelled
            ? new Input.ChildFailed(Now, file.CallId!, after.ErrorCode ?? CancelledCode, after.Reason ?? "")
            : new Input.ChildEnded(Now, file.CallId!, after.Outputs);
        inbox.Enqueue(() => Decide(caller, input with { At = Now }));
    }

    /// <summary>One who waits takes it; else a procedure that starts by it; several who wait, or nobody, leave it kept.</summary>
    private void Route(TrialMessage message)
    {
        var waiting = (
            from file in cases
            where file.IsOpen
            from wait in file.Waits.OfType<Wait.ForMessage>()
            where IsFor(message, wait.MessageName, wait.Key)
            select (file, wait)).Take(2).ToList();
        if (waiting is [var one])
        {
            Decide(one.file, new Input.MessageArrived(Now, one.wait.Id, message.Id, message.Values));
        }
        else if (waiting.Count == 0 && StartsBy<Trigger.Message>(trigger => Same(trigger.Definition.Name, message.Name)).FirstOrDefault() is { Process: not null } start)
        {
            Decide(Add(start.Process), new Input.Started(Now, message.Values, start.NodeId));
        }
        else
        {
            kept.Add(message with { IsAmbiguous = waiting.Count > 1 });
        }
    }

    /// <summary>To all who wait at this moment, but not to who sends it, and to every procedure that starts by it.</summary>
    private void Spread(string name, string id, Value.Record values, TrialCase? sender)
    {
        foreach (var file in cases.Where(file => file != sender && file.IsOpen && file.Waits.OfType<Wait.ForSignal>().Any(wait => Same(wait.SignalName, name))))
        {
            inbox.Enqueue(() => Decide(file, new Input.SignalArrived(Now, name, id, values)));
        }

        foreach (var (process, nodeId) in StartsBy<Trigger.Signal>(trigger => Same(trigger.Name, name)))
        {
            inbox.Enqueue(() => Decide(Add(process), new Input.Started(Now, values, nodeId)));
        }
    }

    private IEnumerable<(Process Process, string NodeId)> StartsBy<TTrigger>(Func<TTrigger, bool> isMeant)
        where TTrigger : Trigger =>
        from process in world.Published
        from start in process.Root.Nodes.OfType<StartEvent>()
        where start.Trigger is TTrigger trigger && isMeant(trigger)
        select (process, start.Id);

    private static bool IsFor(TrialMessage message, string name, string key) => Same(message.Name, name) && Same(message.Key, key);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static string IdOf(TrialCase file, string sendId) => string.Create(CultureInfo.InvariantCulture, $"case{file.Number}/{sendId}");
}
