using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Reference;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>
/// One random run, judged: a process, inputs in some order, the state stored as text and read back between any two of them, the same
/// on the shuffled file, and the reference listening.
/// </summary>
internal sealed class Match
{
    private static readonly DateTimeOffset Start = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly Dice dice;
    private readonly Drawn drawn;
    private readonly Process process;
    private readonly Process shuffled;
    private readonly Judge judge;
    private readonly List<string> transcript = [];
    private string? stored;
    private DateTimeOffset now = Start;
    private int messages;

    private Match(Dice dice, Drawn drawn)
    {
        this.dice = dice;
        this.drawn = drawn;
        process = Read(drawn.Xml);
        shuffled = Read(drawn.Shuffled(dice));
        judge = new Judge(process);
    }

    /// <summary>How many inputs were told.</summary>
    public int Inputs { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Trouble { get; private set; }

    public bool HasEnded => stored is not null && CaseFormat.Read(stored).HasEnded;

    public static Match Play(long seed)
    {
        var thrown = new Dice(seed);
        var match = new Match(thrown, Generator.Make(thrown, new Style(4 + thrown.Below(16), thrown.Chance(40))));
        match.Play(mostInputs: 40);

        return match;
    }

    public override string ToString() => $"{Trouble}\n{string.Join('\n', transcript)}\n{drawn.Root}";

    private static Process Read(string xml)
    {
        var read = BpmnReader.Read(xml);

        return read.Findings.IsEmpty ? read.Processes[0] : throw new InvalidOperationException($"{read.Findings[0]}\n{xml}");
    }

    private void Play(int mostInputs)
    {
        Tell(new Input.Started(now, drawn.Variables) { IsCalled = dice.Chance(30) });
        while (Trouble is null && Inputs < mostInputs && Next() is { } input)
        {
            Tell(input);
        }
    }

    private void Tell(Input input)
    {
        Inputs++;
        transcript.Add($"> {Short(input)}");
        var before = stored is null ? null : CaseFormat.Read(stored);
        if (Engine.Decide(process, before, input) is not Decision.Accepted accepted)
        {
            Trouble = "The engine refuses.";
            return;
        }

        transcript.AddRange(accepted.Events.Select(Support.Transcript.Line));
        stored = CaseFormat.Write(accepted.State);
        var folded = Evolve.Fold(before, accepted.Events.Select(static happened => CaseFormat.ReadEvent(CaseFormat.WriteEvent(happened))));
        Trouble = judge.Hear(input, accepted.Events)
            ?? Differs("The reference stands elsewhere", Picture.Of(judge.Marking), Picture.Of(process, accepted.State))
            ?? Differs("The facts fold to another state", CaseFormat.Write(folded), stored)
            ?? Differs("The shuffled file does otherwise", Shuffled(before, input), stored);
    }

    private string Shuffled(CaseState? before, Input input) =>
        Engine.Decide(shuffled, before, input) is Decision.Accepted accepted ? CaseFormat.Write(accepted.State) : "refused";

    private static string Short(Input input) => input switch
    {
        Input.WorkFinished(_, var id, var values, _) => $"{id} finished {CaseFormat.WriteValue(values)}",
        Input.ServiceDone(_, var id, var values) => $"{id} performed {CaseFormat.WriteValue(values)}",
        Input.ServiceFailed(_, var id, _, var code) => $"{id} failed {code}",
        Input.TimerFired(var at, var id) => $"{id} fell due, {at:HH:mm}",
        Input.MessageArrived(_, var id, var messageId, var values) => $"{id} got {messageId} {CaseFormat.WriteValue(values)}",
        Input.ChildEnded(_, var id, var outputs) => $"{id} ended {CaseFormat.WriteValue(outputs)}",
        Input.ChildFailed(_, var id, var code, _) => $"{id} failed {code}",
        Input.Retried(_, var id, _, _) => $"{id} tried again",
        _ => input.GetType().Name,
    };

    private static string? Differs(string sentence, string expected, string seen) =>
        string.Equals(expected, seen, StringComparison.Ordinal) ? null : $"{sentence}:\n{expected}\n{seen}";

    /// <summary>Null when the case waits for nothing more.</summary>
    private Input? Next()
    {
        var state = CaseFormat.Read(stored!);
        now = now.AddMinutes(10);
        if (state.HasEnded)
        {
            return null;
        }

        if (dice.Chance(1))
        {
            return new Input.Cancelled(now, "withdrawn", "specialist");
        }

        if (dice.Chance(30) && state.StuckTokens.FirstOrDefault(static token => token.Trouble!.Code is "service-failed") is { } stuck)
        {
            return new Input.Retried(now, stuck.Id, Value.Record.Empty);
        }

        return state.Waits.IsEmpty ? null : For(dice.Pick(state.Waits));
    }

    private Input For(Wait wait)
    {
        var values = drawn.Results.TryGetValue(wait.NodeId, out var results) ? dice.Pick(results) : Value.Record.Empty;
        switch (wait)
        {
            case Wait.ForWork:
                return new Input.WorkFinished(now, wait.Id, values);
            case Wait.ForService when dice.Chance(20):
                return new Input.ServiceFailed(now, wait.Id, "because", dice.Pick([null, "E1", "E2", "E3"]));
            case Wait.ForService:
                return new Input.ServiceDone(now, wait.Id, values);
            case Wait.ForTimer timer:
                now = timer.Due.At > now ? timer.Due.At : now;
                return new Input.TimerFired(now, wait.Id);
            case Wait.ForMessage:
                messages += messages > 0 && dice.Chance(5) ? 0 : 1;
                return new Input.MessageArrived(now, wait.Id, $"message {messages}", values);
            case Wait.ForCase when dice.Chance(20):
                return new Input.ChildFailed(now, wait.Id, dice.Pick(["E1", "E2", "E3"]), "because");
            default:
                return new Input.ChildEnded(now, wait.Id, values);
        }
    }
}
