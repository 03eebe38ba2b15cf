using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>One decision under way. Private to the decision, so it may change; what leaves it may not.</summary>
internal sealed class Step(Process process, CaseState? state, Input input)
{
    /// <summary>A procedure that turns in a circle is stopped here, and says so.</summary>
    internal const int MaxEvents = 10_000;

    private readonly ImmutableArray<CaseEvent>.Builder events = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly ImmutableArray<Effect>.Builder effects = ImmutableArray.CreateBuilder<Effect>();
    private readonly Queue<string> arriving = new();
    private readonly Dictionary<string, bool> loops = new(StringComparer.Ordinal);
    private bool mayHoldNow;

    public Process Process { get; } = process;

    public Draft State { get; } = new(state);

    public Input Input { get; } = input;

    public EvaluationMoment Moment => new(Input.At, Input.Calendar);

    /// <summary>Facts are recorded by applying them, so state and history cannot disagree.</summary>
    public void Record(CaseEvent happened)
    {
        Evolve.Apply(State, happened);
        events.Add(happened);
        mayHoldNow |= happened is CaseEvent.VariablesSet or CaseEvent.ConditionWatched;
    }

    /// <summary>What is given up in the decision that asked for it is not asked for.</summary>
    public void Ask(Effect effect)
    {
        if (Withdrawals.GivenUp(effect) is { } id && WithdrawalOf(id))
        {
            return;
        }

        effects.Add(effect);
    }

    /// <summary>The next id; the fact that carries it must be recorded before another one is asked for.</summary>
    public string NextId(char kind) => string.Create(null, stackalloc char[24], $"{kind}{State.Sequence + 1}");

    public ScopeState ScopeOf(Token token) => State.Scope(token.ScopeId);

    public Token Place(FlowNode node, string scopeId, string? flowId)
    {
        var id = NextId('t');
        Record(new CaseEvent.Entered(id, node.Id, scopeId, flowId));
        arriving.Enqueue(id);

        return State.Token(id)!;
    }

    public void Move(Token token, SequenceFlow flow)
    {
        Record(new CaseEvent.Entered(token.Id, flow.Target.Id, token.ScopeId, flow.Id));
        arriving.Enqueue(token.Id);
    }

    public void ArriveAgain(Token token) => arriving.Enqueue(token.Id);

    /// <summary>
    /// The next round of a loop. One that does not wait asks for the round after it before it has returned: that is noted, and begun here, so that a loop of many
    /// rounds is no deeper than one of two.
    /// </summary>
    public void RunAgain(string tokenId)
    {
        if (loops.ContainsKey(tokenId))
        {
            loops[tokenId] = true;
            return;
        }

        do
        {
            loops[tokenId] = false;
            var token = State.Token(tokenId)!;
            if (events.Count >= MaxEvents)
            {
                StickAtLimit(token, Resume.Run);
            }
            else
            {
                Elements.Run(this, token, (Activity)Process.Node(token.NodeId));
            }
        }
        while (loops[tokenId]);
        loops.Remove(tokenId);
    }

    /// <summary>A frame that is no token has no place for its trouble: it is in <see cref="LastTrouble"/> for who asked.</summary>
    public void Stick(Token token, string code, string reason, Resume resume)
    {
        LastTrouble = new Trouble(code, reason, resume);
        if (State.Token(token.Id) is not null)
        {
            Record(new CaseEvent.Stuck(token.Id, token.NodeId, code, reason, resume));
        }
    }

    public Trouble? LastTrouble { get; private set; }

    /// <summary>Moves every token until it waits, is stuck or is gone.</summary>
    public void Run()
    {
        do
        {
            MoveAll();
        }
        while (State.End is null && Joins.FireOne(this));
    }

    public Decision Decide() => new Decision.Accepted(State.Freeze(), events.DrainToImmutable(), effects.DrainToImmutable());

    private bool WithdrawalOf(string id)
    {
        for (var index = effects.Count - 1; index >= 0; index--)
        {
            if (string.Equals(Withdrawals.Begun(effects[index]), id, StringComparison.Ordinal))
            {
                effects.RemoveAt(index);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Conditions are looked at after each move that wrote a variable, before the next move. Where one makes the other happen for ever, the tokens that come of it are
    /// stopped at the limit.
    /// </summary>
    private bool Next(out string? id)
    {
        while (mayHoldNow && State.End is null && events.Count < MaxEvents)
        {
            mayHoldNow = false;
            Watches.Review(this);
        }

        return arriving.TryDequeue(out id);
    }

    private void StickAtLimit(Token token, Resume resume) =>
        Stick(token, "step-limit", $"一度の処理が{MaxEvents:N0}件の出来事を超えました。待つことのない繰り返しがないか、手続きの図を確かめてください。", resume);

    private void MoveAll()
    {
        while (Next(out var id))
        {
            if (State.Token(id!) is not { Trouble: null } token || State.End is not null)
            {
                continue;
            }

            if (events.Count >= MaxEvents)
            {
                StickAtLimit(token, Resume.Arrive);
                continue;
            }

            Elements.Arrive(this, token);
        }
    }
}
