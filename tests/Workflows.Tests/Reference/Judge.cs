using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>
/// Listens to the engine and says whether the standard allows what it hears: each fact must be what some enabled rule makes
/// happen, and when the engine falls silent no rule may be left enabled.
/// </summary>
internal sealed class Judge(Process process)
{
    public Marking Marking { get; private set; } = new();

    /// <summary>Null when it is allowed, else what is not.</summary>
    public string? Hear(Input input, IEnumerable<CaseEvent> events)
    {
        var facts = events.Select(Facts.Of).OfType<Fact>().ToList();
        var turn = new Turn(Marking.Clone(), input.At);
        Tell(turn, input);
        if (!Matches(turn, facts, 0))
        {
            return $"The input makes happen: {Text(turn.Said)}\nheard: {Text(facts)}";
        }

        Marking = turn.Marking;
        for (var heard = turn.Said.Count; heard < facts.Count;)
        {
            if (Next(facts, heard, input.At) is not { } next)
            {
                return $"No enabled rule makes happen: {Text(facts.Skip(heard))}\nenabled: {Enabled(input.At)}";
            }

            Marking = next.Marking;
            heard += next.Said.Count;
        }

        return Rules.Enabled(Marking).Any() ? $"The engine rests, but enabled is: {Enabled(input.At)}" : null;
    }

    private Turn? Next(List<Fact> facts, int from, DateTimeOffset at)
    {
        foreach (var rule in Rules.Enabled(Marking))
        {
            var turn = new Turn(Marking.Clone(), at);
            rule(turn);
            if (Matches(turn, facts, from))
            {
                return turn;
            }
        }

        return Starved(facts[from]);
    }

    /// <summary>Not of the standard: tokens at joins of a frame that holds nothing else may be reported, for they stay there for ever.</summary>
    private Turn? Starved(Fact fact)
    {
        if (Rules.Enabled(Marking).Any())
        {
            return null;
        }

        var token = Marking.Tokens.Find(token =>
            !token.IsStarved
            && string.Equals(fact.Text, $"stuck {token.Flow.Target.Id} join-starved", StringComparison.Ordinal)
            && !Marking.Actives.Exists(active => active.Frame == token.Frame && active.Node is not (ParallelGateway or InclusiveGateway)));
        if (token is null)
        {
            return null;
        }

        var turn = new Turn(Marking.Clone(), default);
        turn.Marking.Tokens[turn.Marking.Tokens.IndexOf(token)] = token with { IsStarved = true };
        turn.Marking.Names[token.No] = null;
        turn.Say($"stuck {token.Flow.Target.Id} join-starved");

        return Matches(turn, [fact], 0) ? turn : null;
    }

    private void Tell(Turn turn, Input input)
    {
        switch (input)
        {
            case Input.Started started:
                Told.Start(turn, process, started.Variables, started.IsCalled);
                break;
            case Input.WorkFinished(_, var id, var values, _):
                Told.Done(turn, Awaited(id)!, values);
                break;
            case Input.ServiceDone(_, var id, var values):
                Told.Done(turn, Awaited(id)!, values);
                break;
            case Input.ServiceFailed(_, var id, _, var code):
                Told.Failed(turn, Awaited(id)!, code);
                break;
            case Input.ChildEnded(_, var id, var outputs):
                Told.Done(turn, Awaited(id)!, outputs);
                break;
            case Input.ChildFailed(_, var id, var code, _):
                Told.Failed(turn, Awaited(id)!, code);
                break;
            case Input.TimerFired(_, var id) when Awaited(id) is { } timer:
                Told.Done(turn, timer, Value.Record.Empty);
                break;
            case Input.MessageArrived(_, var id, var messageId, var values) when turn.Marking.Messages.Add(messageId):
                Told.Done(turn, Awaited(id)!, values);
                break;
            case Input.Retried(_, var id, _, _):
                Told.Retry(turn, Marking.Actives.First(active => string.Equals(Marking.Names[active.No], id, StringComparison.Ordinal)));
                break;
            case Input.Cancelled:
                Told.Cancel(turn);
                break;
        }
    }

    private Awaited? Awaited(string id) => Marking.Awaited.Find(awaited => string.Equals(Marking.Names[awaited.No], id, StringComparison.Ordinal));

    /// <summary>What a rule says happens at once: the order within does not matter.</summary>
    private static bool Matches(Turn turn, List<Fact> facts, int from)
    {
        if (from + turn.Said.Count > facts.Count)
        {
            return false;
        }

        var open = turn.Said.ToList();
        for (var index = from; index < from + turn.Said.Count; index++)
        {
            var fact = facts[index];
            var said = open.Find(said => Fits(turn.Marking, said, fact) && IsNamed(turn.Marking, said)) ?? open.Find(said => Fits(turn.Marking, said, fact));
            if (said is null)
            {
                return false;
            }

            open.Remove(said);
            if (said.New >= 0)
            {
                turn.Marking.Names[said.New] = fact.Id;
            }
        }

        return true;
    }

    private static bool Fits(Marking marking, Said said, Fact fact) =>
        string.Equals(said.Text, fact.Text, StringComparison.Ordinal)
        && (said.Subject < 0 || marking.Names[said.Subject] is not { } name || string.Equals(name, fact.Subject, StringComparison.Ordinal));

    /// <summary>Whether it is known whom the saying is about; one that may be about anybody is kept for a fact that nothing else fits.</summary>
    private static bool IsNamed(Marking marking, Said said) => said.Subject >= 0 && marking.Names[said.Subject] is not null;

    private string Enabled(DateTimeOffset at) => string.Join(" | ", Rules.Enabled(Marking).Select(rule =>
    {
        var turn = new Turn(Marking.Clone(), at);
        rule(turn);

        return Text(turn.Said);
    }));

    private static string Text(IEnumerable<Said> said) => string.Join(", ", said.Select(static one => one.Text));

    private static string Text(IEnumerable<Fact> facts) => string.Join(", ", facts.Select(static one => one.Text));
}
