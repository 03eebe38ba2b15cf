using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>
/// Replays a past case on a draft: each recorded answer is given at its time, or as soon as its step is open. A step that the case had never
/// come to is noted and passed with nothing entered; timers are the draft's own.
/// </summary>
public sealed class Backtest
{
    private const string NoAnswer = "この手順の答えが、この案件の記録にありません。";

    private readonly RecordedCase recorded;
    private readonly Trial trial;
    private readonly Process draft;
    private readonly TrialWorld world;
    private readonly HashSet<string> known;
    private readonly List<Answer> waiting = [];

    private Backtest(RecordedCase recorded, Process draft, TrialWorld world)
    {
        (this.recorded, this.draft, this.world) = (recorded, draft, world);
        trial = new Trial(world with { Published = [draft], HoldsServices = true, HoldsCalls = true }, recorded.History[0].At);
        known = Steps(recorded.History.SelectMany(static fact => fact.Events)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What was told about one element.</summary>
    private sealed record Answer(string NodeId, Func<Decision.Refused?> Give);

    public static BacktestResult Run(RecordedCase recorded, Process draft, TrialWorld world)
    {
        var backtest = new Backtest(recorded, draft, world);
        return backtest.Begin() is { } refused
            ? new BacktestResult(BacktestWay.Stops, [], [], draft.Root.BlankStart?.Id, refused.Reason)
            : backtest.Replay();
    }

    private Decision.Refused? Begin()
    {
        var started = recorded.History[0].Events.OfType<CaseEvent.Started>().First();
        var start = draft.Find(started.StartNodeId) is null ? null : started.StartNodeId;
        return trial.Begin(draft, started.Variables, start);
    }

    private BacktestResult Replay()
    {
        GiveAll();
        foreach (var fact in recorded.History.Skip(1))
        {
            trial.Tell(new TrialStep.MoveTo(fact.At));
            if (AnswerOf(fact) is { } answer)
            {
                waiting.Add(answer);
            }

            GiveAll();
        }

        return Result();
    }

    /// <summary>Gives what can be given now, and passes what nobody had to answer, until nothing changes.</summary>
    private void GiveAll()
    {
        while (!trial.IsExhausted && (GiveOne() || PassOne()))
        {
            // Each one may open others.
        }
    }

    private bool GiveOne()
    {
        foreach (var answer in waiting)
        {
            var before = trial.Facts.Count;
            if (answer.Give() is null && trial.Facts.Count > before)
            {
                waiting.Remove(answer);
                return true;
            }
        }

        return false;
    }

    private bool PassOne()
    {
        if (trial.Cases[0] is not { IsOpen: true } file || file.Waits.FirstOrDefault(IsNew) is not { } wait)
        {
            return false;
        }

        var place = new TrialPlace(draft.Id, wait.NodeId);
        return trial.Tell(wait switch
        {
            Wait.ForWork => new TrialStep.Finish(place, Value.Record.Empty),
            Wait.ForService => new TrialStep.Perform(place, file.Service(wait.Id) is { } call ? world.Results(call) ?? Value.Record.Empty : Value.Record.Empty),
            _ => new TrialStep.Return(place, Value.Record.Empty),
        }) is null;
    }

    private bool IsNew(Wait wait) => wait is Wait.ForWork or Wait.ForService or Wait.ForCase && !known.Contains(wait.NodeId);

    private Answer? AnswerOf(RecordedFact fact) => fact.Told switch
    {
        nameof(Input.WorkFinished) when First<CaseEvent.WorkClosed>(fact) is { } closed =>
            At(closed.NodeId, place => new TrialStep.Finish(place, fact.Values(recorded.Process), closed.By)),
        nameof(Input.ServiceDone) when First<CaseEvent.ServiceEnded>(fact) is { } ended =>
            At(ended.NodeId, place => new TrialStep.Perform(place, fact.Values(recorded.Process))),
        nameof(Input.ServiceFailed) when First<CaseEvent.ServiceEnded>(fact) is { } ended =>
            At(ended.NodeId, place => new TrialStep.Fail(place, ended.Reason ?? "", ended.ErrorCode)),
        nameof(Input.ChildEnded) when First<CaseEvent.CallEnded>(fact) is { } ended =>
            At(ended.NodeId, place => new TrialStep.Return(place, recorded.Brought.GetValueOrDefault(ended.CallId) ?? fact.Values(recorded.Process))),
        nameof(Input.MessageArrived) when First<CaseEvent.MessageTaken>(fact) is { } taken =>
            new Answer(taken.NodeId, () => GiveMessage(taken, recorded.Brought.GetValueOrDefault(taken.MessageId) ?? fact.Values(recorded.Process))),
        nameof(Input.SentBack) when First<CaseEvent.SentBack>(fact) is { } back =>
            At(back.NodeId, place => new TrialStep.SendBack(place, back.ToNodeId, back.Reason, back.By)),
        _ => null,
    };

    private Answer At(string nodeId, Func<TrialPlace, TrialStep> step) => new(nodeId, () => trial.Tell(step(new TrialPlace(draft.Id, nodeId))));

    private Decision.Refused? GiveMessage(CaseEvent.MessageTaken taken, Value.Record values) =>
        trial.Find<Wait.ForMessage>(new TrialPlace(draft.Id, taken.NodeId)) is { } open
            ? trial.Tell(new TrialStep.Message(open.Wait.MessageName, open.Wait.Key, values, taken.MessageId))
            : new Decision.Refused("not-listening", "");

    private BacktestResult Result()
    {
        var seen = Steps(trial.Facts.Where(static fact => fact.Case == 1).SelectMany(static fact => fact.Events)).ToList();
        ImmutableArray<string> reached = [.. seen.Where(node => !known.Contains(node))];
        ImmutableArray<string> missed = [.. Steps(recorded.History.SelectMany(static fact => fact.Events)).Except(seen, StringComparer.Ordinal)];
        var (at, why) = Stop();
        var way = (at, reached.IsEmpty && missed.IsEmpty) switch
        {
            (not null, _) when reached.IsEmpty => BacktestWay.Stops,
            (_, true) => BacktestWay.Same,
            _ => BacktestWay.Other,
        };
        return new BacktestResult(way, reached, missed, at, why);
    }

    /// <summary>Where it stands when everything recorded was told.</summary>
    private (string? NodeId, string? Why) Stop()
    {
        if (trial.Cases[0] is not { IsOpen: true, State: { } state })
        {
            return default;
        }

        return state.StuckTokens.FirstOrDefault() is { } stuck
            ? (stuck.NodeId, stuck.Trouble!.Reason)
            : (state.Waits.FirstOrDefault(static wait => wait is Wait.ForWork or Wait.ForService or Wait.ForCase)?.NodeId ?? state.Tokens.FirstOrDefault()?.NodeId, NoAnswer);
    }

    private static TEvent? First<TEvent>(RecordedFact fact)
        where TEvent : CaseEvent => fact.Events.OfType<TEvent>().FirstOrDefault();

    /// <summary>Work, services and calls that were come to, in the order of the first time.</summary>
    private static IEnumerable<string> Steps(IEnumerable<CaseEvent> events) => events
        .Select(static happened => happened switch
        {
            CaseEvent.WorkOpened work => work.NodeId,
            CaseEvent.ServiceCalled service => service.NodeId,
            CaseEvent.CaseCalled call => call.NodeId,
            _ => null,
        })
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);
}
