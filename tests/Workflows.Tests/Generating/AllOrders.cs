using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Reference;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Everything that can become of a process: all inputs, in all orders, with all answers.</summary>
internal sealed class AllOrders(Process process, Drawn drawn, int mostStates)
{
    public const int MostTokens = 6;

    private static readonly DateTimeOffset At = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly HashSet<string> reached = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether one input leads the reference to different states, by the order of rules that all are enabled: the standard leaves it open,
    /// and the engine has one order of its own.
    /// </summary>
    public bool HasRaces { get; private set; }

    /// <summary>Pictures of all states in which the engine can rest; null when there are too many.</summary>
    public HashSet<string>? OfEngine()
    {
        reached.Clear();
        var open = new Stack<CaseState>();
        Tell(null, new Input.Started(At, drawn.Variables), open);
        while (open.TryPop(out var state))
        {
            if (reached.Count > mostStates || state.Tokens.Length > MostTokens)
            {
                return null;
            }

            foreach (var input in state.Waits.SelectMany(wait => Inputs(state, wait)))
            {
                Tell(state, input, open);
            }
        }

        return [.. reached];
    }

    /// <summary>Pictures of all states in which the reference can rest, whichever enabled rule comes first; null when there are too many.</summary>
    public HashSet<string>? OfReference()
    {
        reached.Clear();
        var open = new Stack<Marking>();
        var first = new Turn(new Marking(), At);
        Told.Start(first, process, drawn.Variables, isCalled: false);
        if (!Settle(first.Marking, open))
        {
            return null;
        }

        while (open.TryPop(out var marking))
        {
            if (marking.End is not null)
            {
                continue;
            }

            foreach (var awaited in marking.Awaited)
            {
                foreach (var answer in Answers.Of(drawn, awaited.Kind, awaited.Node.Id))
                {
                    var turn = new Turn(marking.Clone(), At);
                    Answered(turn, awaited, answer);
                    if (!Settle(turn.Marking, open))
                    {
                        return null;
                    }
                }
            }
        }

        return [.. reached];
    }

    private static void Answered(Turn turn, Awaited awaited, Answer answer)
    {
        if (answer.ErrorCode is { } code)
        {
            Told.Failed(turn, awaited, code);
        }
        else
        {
            Told.Done(turn, awaited, answer.Values);
        }
    }

    /// <summary>Applies enabled rules in every order until none is left; false when there are too many states.</summary>
    private bool Settle(Marking from, Stack<Marking> resting)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Marking>([from]);
        var rests = 0;
        while (open.TryPop(out var marking))
        {
            var picture = Picture.Of(marking);
            if (!seen.Add(picture))
            {
                continue;
            }

            var rules = Rules.Enabled(marking).ToList();
            foreach (var rule in rules)
            {
                var turn = new Turn(marking.Clone(), At);
                rule(turn);
                open.Push(turn.Marking);
            }

            if (rules.Count == 0)
            {
                HasRaces |= ++rests > 1;
                if (reached.Add(picture))
                {
                    resting.Push(marking);
                }
            }

            if (seen.Count > 10 * mostStates || reached.Count > 2 * mostStates)
            {
                return false;
            }
        }

        return true;
    }

    private void Tell(CaseState? state, Input input, Stack<CaseState> open)
    {
        if (Engine.Decide(process, state, input) is Decision.Accepted accepted
            && reached.Add(Picture.Of(process, accepted.State))
            && !accepted.State.HasEnded)
        {
            open.Push(CaseFormat.Read(CaseFormat.Write(accepted.State)));
        }
    }

    private IEnumerable<Input> Inputs(CaseState state, Wait wait) => wait switch
    {
        Wait.ForWork => Answers.Of(drawn, "work", wait.NodeId).Select(answer => new Input.WorkFinished(At, wait.Id, answer.Values)),
        Wait.ForService => Answers.Of(drawn, "service", wait.NodeId).Select(Input (answer) => answer.ErrorCode is { } code
            ? new Input.ServiceFailed(At, wait.Id, "because", code)
            : new Input.ServiceDone(At, wait.Id, answer.Values)),
        Wait.ForCase => Answers.Of(drawn, "case", wait.NodeId).Select(Input (answer) => answer.ErrorCode is { } code
            ? new Input.ChildFailed(At, wait.Id, code, "because")
            : new Input.ChildEnded(At, wait.Id, answer.Values)),
        Wait.ForTimer => [new Input.TimerFired(At, wait.Id)],
        _ => Answers.Of(drawn, "message", wait.NodeId).Select(answer => new Input.MessageArrived(At, wait.Id, $"{wait.Id} {state.Messages.Length}", answer.Values)),
    };
}
