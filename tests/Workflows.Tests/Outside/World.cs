using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>
/// Cases that call, tell and signal one another, with a server that does at once what it is asked; the state is stored and read back
/// between inputs. A manual task is a work item with us and nothing at all with the vendors, so it is finished at once.
/// </summary>
internal sealed class World(IReadOnlyList<Process> processes)
{
    private readonly List<Open> cases = [];
    private readonly Queue<Action> asked = new();
    private readonly List<Open> started = [];
    private readonly List<string> entered = [];
    private DateTimeOffset now = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));
    private int told;

    public Open First => cases.Count > 0 ? cases[0] : throw new MismatchException("no case was started");

    /// <summary>The case that the story started as its n-th, from 1.</summary>
    public Open Started(int number) => number <= started.Count ? started[number - 1] : throw new MismatchException("no such case");

    public IEnumerable<Open> Running => cases.Where(static one => !one.HasEnded);

    /// <summary>What waits, with its case, in the order of beginning.</summary>
    public IEnumerable<(Open Case, TWait Wait)> Waiting<TWait>()
        where TWait : Wait =>
        Running.SelectMany(static one => one.State!.Waits.OfType<TWait>().Select(wait => (one, wait)));

    public void Start(string key, Value.Record variables)
    {
        Begin(Find(key), variables, start: null, caller: null, callId: null);
        Perform();
    }

    public void StartByMessage(string name, Value.Record variables)
    {
        var start = StartsBy(trigger => trigger is Trigger.Message message && Is(message.Definition.Name, name)).FirstOrDefault();
        if (start.Event is null)
        {
            throw new MismatchException($"no process starts by message {name}");
        }

        Begin(start.Process, variables, start.Event.Id, caller: null, callId: null);
        Perform();
    }

    /// <summary>How often a token came to the node, in all cases.</summary>
    public int Entered(string node) => entered.Count(one => Is(one, node));

    public void StartByTimer(string key, Value.Record variables)
    {
        var process = Find(key);
        var start = process.Root.Nodes.OfType<StartEvent>().FirstOrDefault(static start => start.Trigger is Trigger.Timer)
            ?? throw new MismatchException($"process {key} does not start by the clock");
        Begin(process, variables, start.Id, caller: null, callId: null);
        Perform();
    }

    public void Finish(Open owner, Wait.ForWork work, Value.Record values) => TellAll(owner, new Input.WorkFinished(now, work.Id, values));

    public void Message(string name, Value.Record values)
    {
        var waiting = Waiting<Wait.ForMessage>().FirstOrDefault(one => Is(one.Wait.MessageName, name));
        if (waiting.Wait is null)
        {
            StartByMessage(name, values);
            return;
        }

        TellAll(waiting.Case, new Input.MessageArrived(now, waiting.Wait.Id, $"message {++told}", values));
    }

    /// <summary>Whatever waits without a name goes on: a receive task without a message.</summary>
    public void Trigger()
    {
        var waiting = Waiting<Wait.ForMessage>().FirstOrDefault();
        if (waiting.Wait is null)
        {
            throw new MismatchException("nothing to trigger");
        }

        TellAll(waiting.Case, new Input.MessageArrived(now, waiting.Wait.Id, $"message {++told}", Value.Record.Empty));
    }

    public void Signal(string name, Value.Record values)
    {
        Hear(name, values, except: null);
        Perform();
    }

    /// <summary>The timer that is due first, or the n-th from 0; where none is, the vendor's job only went on with what is done at once here.</summary>
    public void Timer(int which)
    {
        var next = Waiting<Wait.ForTimer>().OrderBy(static one => one.Wait.Due.At).Skip(which).FirstOrDefault();
        if (next.Wait is null)
        {
            return;
        }

        now = next.Wait.Due.At > now ? next.Wait.Due.At : now;
        TellAll(next.Case, new Input.TimerFired(now, next.Wait.Id));
    }

    public void Cancel() => TellAll(First, new Input.Cancelled(now, "withdrawn"));

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.Ordinal);

    private Process Find(string key) =>
        processes.FirstOrDefault(process => Is(process.Id, key)) ?? throw new MismatchException($"no process {key}");

    private IEnumerable<(Process Process, StartEvent Event)> StartsBy(Func<Trigger, bool> isSought) =>
        from process in processes
        from start in process.Root.Nodes.OfType<StartEvent>()
        where isSought(start.Trigger)
        select (process, start);

    private void Begin(Process process, Value.Record variables, string? start, Open? caller, string? callId)
    {
        var begun = new Open(process, caller, callId);
        cases.Add(begun);
        if (caller is null)
        {
            started.Add(begun);
        }

        Tell(begun, new Input.Started(now, variables, start) { IsCalled = caller is not null });
    }

    private void TellAll(Open one, Input input)
    {
        Tell(one, input);
        Perform();
    }

    private void Tell(Open one, Input input)
    {
        if (Engine.Decide(one.Process, one.State, input) is not Decision.Accepted accepted)
        {
            throw new MismatchException($"the engine refuses {input.GetType().Name}");
        }

        one.State = CaseFormat.Read(CaseFormat.Write(accepted.State));
        entered.AddRange(accepted.Events.OfType<CaseEvent.Entered>().Select(static entry => entry.NodeId));
        foreach (var effect in accepted.Effects)
        {
            asked.Enqueue(() => Perform(one, effect));
        }

        if (one.State.HasEnded && one is { Caller: { HasEnded: false } caller, CallId: { } call })
        {
            asked.Enqueue(() => Return(one.State, caller, call));
        }
    }

    private void Return(CaseState ended, Open caller, string call)
    {
        if (caller.HasEnded || caller.State!.Wait(call) is null)
        {
            return;
        }

        switch (ended.End)
        {
            case CaseEnd.Completed or CaseEnd.Terminated:
                Tell(caller, new Input.ChildEnded(now, call, ended.Outputs));
                break;
            case CaseEnd.Failed:
                Tell(caller, new Input.ChildFailed(now, call, ended.ErrorCode!, ended.Reason ?? ""));
                break;
        }
    }

    private void Perform()
    {
        var done = 0;
        while (asked.TryDequeue(out var next))
        {
            if (++done > 20_000)
            {
                throw new MismatchException("it does not come to rest");
            }

            next();
        }
    }

    private void Perform(Open one, Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenWorkItem { IsManual: true } work when one.State?.Wait(work.WorkId) is not null:
                Tell(one, new Input.WorkFinished(now, work.WorkId, Value.Record.Empty));
                break;
            case Effect.CallService call when !one.HasEnded && one.State?.Wait(call.CallId) is not null:
                Tell(one, Vendor.Perform(call, now));
                break;
            case Effect.StartCase call when one.State?.Wait(call.CallId) is not null:
                Begin(Find(call.Procedure), call.Variables, start: null, one, call.CallId);
                break;
            case Effect.CancelCase call when cases.Find(child => child.Caller == one && child.CallId == call.CallId) is { HasEnded: false } child:
                Tell(child, new Input.Cancelled(now, "cancelled by its caller"));
                break;
            case Effect.EscalateToCaller(var code) when one is { Caller: { HasEnded: false } caller, CallId: { } id }:
                Tell(caller, new Input.ChildEscalated(now, id, code));
                break;
            case Effect.Send sent when Waiting<Wait.ForMessage>().Any(waiting => Is(waiting.Wait.MessageName, sent.MessageName)):
                Message(sent.MessageName, sent.Variables);
                break;
            case Effect.Broadcast signal:
                Hear(signal.SignalName, signal.Variables, one);
                break;
        }
    }

    private void Hear(string name, Value.Record values, Open? except)
    {
        var id = $"signal {++told}";
        foreach (var one in Running.Where(one => one != except).ToList())
        {
            if (!one.HasEnded)
            {
                Tell(one, new Input.SignalArrived(now, name, id, values));
            }
        }

        foreach (var (process, start) in StartsBy(trigger => trigger is Trigger.Signal signal && Is(signal.Name, name)).ToList())
        {
            Begin(process, values, start.Id, caller: null, callId: null);
        }
    }
}
