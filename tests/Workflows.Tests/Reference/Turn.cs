using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>One rule applied to one marking, and what it says.</summary>
internal sealed class Turn(Marking marking, DateTimeOffset at)
{
    public Marking Marking { get; } = marking;

    public DateTimeOffset At { get; } = at;

    public List<Said> Said { get; } = [];

    public int NewNumber()
    {
        Marking.Names.Add(null);

        return Marking.Names.Count - 1;
    }

    public void Say(string text, int subject = -1, int isNew = -1) => Said.Add(new Said(text, subject, isNew));

    /// <summary>A token on a flow.</summary>
    public void Produce(int frame, SequenceFlow flow)
    {
        var no = NewNumber();
        Marking.Tokens.Add(new OnFlow(no, frame, flow));
        Say($"flow {flow.Id}", frame, no);
    }

    /// <summary>A node instance that no flow led to.</summary>
    public int Appear(int frame, FlowNode node, Phase phase)
    {
        var no = NewNumber();
        Marking.Actives.Add(new Active(no, frame, node, phase));
        Say($"at {node.Id}", frame, no);

        return no;
    }

    public void Await(int owner, FlowNode node, string kind, DateTimeOffset? anchor = null, int ordinal = 1)
    {
        var no = NewNumber();
        Marking.Awaited.Add(new Awaited(no, owner, node, kind, anchor ?? At, ordinal));
        Say($"{kind} {node.Id}", owner, no);
    }

    public void Stick(Active active, string code)
    {
        Marking.Set(active with { Phase = Phase.Failed, Trouble = code });
        Say($"stuck {active.Node.Id} {code}", active.No);
    }

    public Value Evaluate(int frame, Formula formula, Value.Record? nearest = null) =>
        formula.Expression!.Evaluate(name => Find(frame, name, nearest), new EvaluationMoment(At, WorkCalendar.WeekdaysInTokyo)).Value;

    /// <summary>Values go to the nearest frame that has the name, else to the process; none leaves one round of a loop (10.4.7 leaves it open).</summary>
    public void Write(int frame, Value.Record values)
    {
        foreach (var home in values.Fields.GroupBy(field => Home(frame, field.Key)))
        {
            var written = (Value.Record)Value.Of(home);
            var owner = Marking.Frame(home.Key);
            Marking.Set(owner with { Variables = owner.Variables.With(written) });
            Say($"set {CaseFormat.WriteValue(written)}", home.Key);
        }
    }

    private Value? Find(int frame, string name, Value.Record? nearest)
    {
        if (nearest?.Fields.TryGetValue(name, out var near) == true)
        {
            return near;
        }

        for (var no = frame; no >= 0; no = Marking.Frame(no).Parent)
        {
            if (Marking.Frame(no).Variables.Fields.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    private int Home(int frame, string name)
    {
        var owner = Marking.Frame(frame);
        while (owner.Parent >= 0 && owner.Index < 0 && !owner.Variables.Fields.ContainsKey(name))
        {
            owner = Marking.Frame(owner.Parent);
        }

        return owner.No;
    }
}
