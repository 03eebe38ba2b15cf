using System.Globalization;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>
/// A trial run (試行): cases that <see cref="Engine"/> itself decides, on a clock that moves only when it is told. What production
/// writes as rows and sends after a commit is settled here at once, in the order of the pump; nothing leaves. A mutable builder: one
/// trial belongs to one caller, and the same steps on the same world give the same facts.
/// </summary>
public sealed partial class Trial(TrialWorld world, DateTimeOffset at)
{
    /// <summary>No trial decides more often: a procedure that goes round for ever is seen to do so.</summary>
    public const int MostFacts = 2_000;

    private const int MostEvents = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_660);

    private readonly List<TrialCase> cases = [];
    private readonly List<TrialFact> facts = [];
    private readonly Queue<Action> inbox = new();
    private readonly Queue<Action> messages = new();
    private readonly Queue<Action> services = new();
    private readonly List<TrialMessage> kept = [];
    private readonly HashSet<(int Case, string CallId)> calledOff = [];
    private int events;

    public DateTimeOffset Now { get; private set; } = at;

    public IReadOnlyList<TrialCase> Cases => cases;

    public IReadOnlyList<TrialFact> Facts => facts;

    /// <summary>Messages that nobody has taken.</summary>
    public IReadOnlyList<TrialMessage> Kept => kept;

    /// <summary>It came to <see cref="MostFacts"/>, or to very many events, and was stopped there.</summary>
    public bool IsExhausted => facts.Count >= MostFacts || events >= MostEvents;

    /// <summary>The first case begins.</summary>
    public Decision.Refused? Begin(Process process, Value.Record variables, string? startNodeId = null)
    {
        var refused = Decide(Add(process), new Input.Started(Now, variables, startNodeId));
        Settle();
        return refused;
    }

    /// <summary>A case that runs already takes part, as it stands.</summary>
    public TrialCase Join(Process process, CaseState state, TrialCase? caller = null, string? callId = null)
    {
        var file = new TrialCase(cases.Count + 1, process) { Caller = caller, CallId = callId, State = state };
        cases.Add(file);
        return file;
    }

    /// <summary>What a person does, and all that follows at this moment.</summary>
    /// <returns>Why it cannot be done; nothing has changed then.</returns>
    public Decision.Refused? Tell(TrialStep step)
    {
        var refused = Take(step);
        Settle();
        return refused;
    }

    /// <summary>What is open at a place, with its case.</summary>
    public (TrialCase Case, TWait Wait)? Find<TWait>(TrialPlace place)
        where TWait : Wait
    {
        var open = cases
            .Where(file => file.IsOpen && string.Equals(file.Process.Id, place.Procedure, StringComparison.Ordinal))
            .SelectMany(static file => file.Waits.OfType<TWait>(), static (file, wait) => (file, wait))
            .Where(found => string.Equals(found.wait.NodeId, place.NodeId, StringComparison.Ordinal))
            .Skip(place.Nth)
            .Take(1)
            .ToList();
        return open is [var found] ? found : null;
    }

    /// <summary>When the next timer comes; null when nothing is waited for.</summary>
    public DateTimeOffset? NextTimerAt => Timers().Select(static timer => (DateTimeOffset?)timer.ComesAt).Min();

    private Decision.Refused? Take(TrialStep step) => step switch
    {
        TrialStep.Finish finish => At<Wait.ForWork>(finish.Place, id => new Input.WorkFinished(Now, id, finish.Values, finish.By)),
        TrialStep.SendBack back => At<Wait.ForWork>(back.Place, id => new Input.SentBack(Now, id, back.ToNodeId, back.Reason, back.By)),
        TrialStep.Perform perform => At<Wait.ForService>(perform.Place, id => new Input.ServiceDone(Now, id, perform.Values)),
        TrialStep.Fail fail => At<Wait.ForService>(fail.Place, id => new Input.ServiceFailed(Now, id, fail.Reason, fail.ErrorCode)),
        TrialStep.Return back => At<Wait.ForCase>(back.Place, id => new Input.ChildEnded(Now, id, back.Values)),
        TrialStep.Message message => Deliver(message),
        TrialStep.Signal signal => Broadcast(signal),
        TrialStep.NextTimer => NextTimerAt is { } next ? MoveClock(next) : new Decision.Refused("trial-no-timer", "待っている期限がありません。作業を終えるか、日を進めてください。"),
        TrialStep.Advance advance => MoveClock(advance.By.After(Now, world.Calendar.Zone)),
        TrialStep.MoveTo move => MoveClock(move.At > Now ? move.At : Now),
        TrialStep.Cancel cancel => Decide(cases[0], new Input.Cancelled(Now, cancel.Reason, cancel.By)),
        _ => throw new System.Diagnostics.UnreachableException($"No place for {step.GetType().Name}."),
    };

    private Decision.Refused? At<TWait>(TrialPlace place, Func<string, Input> input)
        where TWait : Wait =>
        Find<TWait>(place) is { } found
            ? Decide(found.Case, input(found.Wait.Id))
            : new Decision.Refused("trial-not-open", $"「{LabelOf(place)}」は、いま開いていません。");

    private string LabelOf(TrialPlace place) => world.Find(place.Procedure)?.Find(place.NodeId)?.Label ?? place.NodeId;

    private Decision.Refused? MoveClock(DateTimeOffset? target)
    {
        if (target is not { } to || to - Now > Longest)
        {
            return new Decision.Refused("trial-too-far", "時計は一度に10年まで進められます。");
        }

        while (!IsExhausted && NextTimerAt is { } next && next <= to)
        {
            Now = next > Now ? next : Now;
            Settle();
        }

        Now = to;
        return null;
    }

    private TrialCase Add(Process process, TrialCase? caller = null, string? callId = null)
    {
        var file = new TrialCase(cases.Count + 1, process) { Caller = caller, CallId = callId };
        cases.Add(file);
        return file;
    }

    private Decision.Refused? Decide(TrialCase file, Input input)
    {
        var told = input with { Calendar = world.Calendar };
        switch (Engine.Decide(file.Process, file.State, told))
        {
            case Decision.Refused refused:
                return refused;
            case Decision.Accepted { Events.IsEmpty: false } accepted:
                file.State = accepted.State;
                events += accepted.Events.Length;
                facts.Add(new TrialFact(Now, file.Number, told, accepted.Events, accepted.Effects));
                foreach (var effect in accepted.Effects)
                {
                    Apply(file, told, effect);
                }

                TellCaller(file);
                return null;
            default:
                return null;
        }
    }

    /// <summary>All that follows at this moment, in the order in which the pump performs it.</summary>
    private void Settle()
    {
        while (!IsExhausted)
        {
            if (inbox.TryDequeue(out var errand) || messages.TryDequeue(out errand))
            {
                errand();
            }
            else if (Timers().Where(timer => timer.ComesAt <= Now).OrderBy(static timer => timer.Due.At).ThenBy(static timer => Wait.SequenceOf(timer.Id)).ToList() is { Count: > 0 } due)
            {
                due.ForEach(timer => Decide(timer.Case, new Input.TimerFired(Now, timer.Id)));
            }
            else if (services.TryDequeue(out errand))
            {
                errand();
            }
            else
            {
                return;
            }
        }
    }

    private IEnumerable<(TrialCase Case, string Id, Due Due, DateTimeOffset ComesAt)> Timers() =>
        from file in cases
        where file.IsOpen
        from timer in file.Waits.OfType<Wait.ForTimer>()
        select (file, timer.Id, timer.Due, OpeningHours.ComesAt(timer.Due.At, Now, world.Calendar));

    private Decision.Refused? Deliver(TrialStep.Message step)
    {
        var id = step.Id ?? string.Create(CultureInfo.InvariantCulture, $"outside/{facts.Count}");
        Route(new TrialMessage(id, step.Name, step.Key, step.Values, Now));
        return null;
    }

    private Decision.Refused? Broadcast(TrialStep.Signal step)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"outside/{facts.Count}");
        Spread(step.Name, id, step.Values, sender: null);
        return null;
    }
}
