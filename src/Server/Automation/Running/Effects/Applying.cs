using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>Writes a decision into the context: state, history, and a row for each effect, in order.</summary>
internal static class Applying
{
    public static async Task ApplyAsync(OfficeDb db, Decided decided, CancellationToken stop)
    {
        if (decided.Accepted.Events.IsEmpty)
        {
            return;
        }

        var file = decided.File;
        file.Revision++;
        file.State = CaseFormat.Write(decided.After);
        db.History.Add(HistoryOf(decided));
        foreach (var effect in decided.Accepted.Effects)
        {
            await ApplyAsync(db, decided, effect, stop);
        }

        await Troubles.ApplyAsync(db, decided, stop);
        if (decided.After.HasEnded)
        {
            Ending.Apply(db, decided);
        }
    }

    private static Task ApplyAsync(OfficeDb db, Decided decided, Effect effect, CancellationToken stop) => effect switch
    {
        Effect.OpenWorkItem open => WorkEffects.OpenAsync(db, decided, open, stop),
        Effect.ChangeWorkItem change => WorkEffects.ChangeAsync(db, decided, change, stop),
        Effect.CloseWorkItem close => WorkEffects.CloseAsync(db, decided, close, stop),
        Effect.CallService call => ServiceEffects.CallAsync(db, decided, call),
        Effect.CancelService cancel => ServiceEffects.CancelAsync(db, decided, cancel, stop),
        Effect.ArmTimer arm => TimerEffects.ArmAsync(db, decided, arm),
        Effect.SetTimer set => TimerEffects.SetAsync(db, decided, set, stop),
        Effect.DisarmTimer disarm => TimerEffects.DisarmAsync(db, decided, disarm, stop),
        Effect.Listen listen => MessageEffects.ListenAsync(db, decided, listen),
        Effect.StopListening end => MessageEffects.StopAsync(db, decided, end, stop),
        Effect.Send send => MessageEffects.SendAsync(db, decided, send),
        Effect.Hear hear => SignalEffects.HearAsync(db, decided, hear),
        Effect.StopHearing end => SignalEffects.StopAsync(db, decided, end, stop),
        Effect.Broadcast broadcast => SignalEffects.BroadcastAsync(db, decided, broadcast, stop),
        Effect.EscalateToCaller escalate => CallEffects.EscalateAsync(db, decided, escalate),
        Effect.MoveWait move => MoveEffects.MoveAsync(db, decided, move, stop),
        Effect.StartCase start => CallEffects.StartAsync(db, decided, start, stop),
        Effect.CancelCase cancel => CallEffects.CancelAsync(db, decided, cancel, stop),
        _ => throw new UnreachableException($"No row for {effect.GetType().Name}."),
    };

    private static HistoryEntry HistoryOf(Decided decided) => new()
    {
        CaseId = decided.File.Id,
        OfficeId = decided.File.OfficeId,
        Number = decided.File.Revision,
        At = decided.At,
        Told = decided.Input.GetType().Name,
        About = About(decided.Input),
        By = PersonOf(decided.Input) ?? (decided.Before is null ? decided.File.StartedBy : null),
        LateBySeconds = decided.LateBy is { } late ? (int)late.TotalSeconds : null,
        Events = "[" + string.Join(',', decided.Accepted.Events.Select(CaseFormat.WriteEvent)) + "]",
    };

    private static string? About(Input input) => input switch
    {
        Input.Started started => started.StartNodeId,
        Input.TakenOver taken => taken.NodeId,
        Input.WorkFinished finished => finished.WorkId,
        Input.ServiceDone done => done.CallId,
        Input.ServiceFailed failed => failed.CallId,
        Input.TimerFired fired => fired.TimerId,
        Input.MessageArrived arrived => arrived.MessageId,
        Input.ChildEnded ended => ended.CallId,
        Input.ChildFailed failed => failed.CallId,
        Input.SignalArrived arrived => arrived.SignalId,
        Input.ChildEscalated escalated => escalated.CallId,
        Input.SentBack back => back.WorkId,
        Input.TokenPlaced placed => placed.TokenId,
        Input.Retried retried => retried.TokenId,
        Input.Resolved resolved => resolved.TokenId,
        Input.AskedAgain asked => asked.WaitId,
        Input.TimerSet set => set.TimerId,
        _ => null,
    };

    /// <summary>Who did it, where a person did.</summary>
    internal static Guid? PersonOf(Input input)
    {
        var by = input switch
        {
            Input.WorkFinished finished => finished.By,
            Input.Retried retried => retried.By,
            Input.Resolved resolved => resolved.By,
            Input.AskedAgain asked => asked.By,
            Input.TimerSet set => set.By,
            Input.Corrected corrected => corrected.By,
            Input.Cancelled cancelled => cancelled.By,
            Input.SentBack back => back.By,
            Input.TokenPlaced placed => placed.By,
            Input.TakenOver taken => taken.By,
            _ => null,
        };
        return Guid.TryParse(by, CultureInfo.InvariantCulture, out var person) ? person : null;
    }
}
