using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Generating;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Moving;

/// <summary>
/// Generated processes stand still anywhere and move to a version in which one join is of another kind. A plan without refusal is one from which a
/// play came to the end, and a refused one is one from which none came. <c>OFFICE_SEED=n</c> plays one again.
/// </summary>
public sealed class ReachableEndTests(ITestOutputHelper output)
{
    private const int SeedsInTheGate = 4_000;
    private const int Plays = 60;

    private static readonly DateTimeOffset At = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly string[] Joins = ["exclusiveGateway", "parallelGateway", "inclusiveGateway"];

    [Fact]
    [Trait("Trap", "24")]
    public void A_move_is_refused_for_want_of_an_end_exactly_when_no_play_comes_to_one()
    {
        var isOne = long.TryParse(Environment.GetEnvironmentVariable("OFFICE_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var first);
        var last = isOne ? first : Environment.GetEnvironmentVariable("OFFICE_SOAK") is "1" ? 100_000 : SeedsInTheGate;
        var wrong = new List<(long Seed, string Text)>();
        var (refused, allowed) = (0, 0);
        Parallel.For(isOne ? first : 1, last + 1, seed =>
        {
            var dice = new Dice(seed);
            var drawn = Generator.Make(dice, new Style(3 + dice.Below(8), IsWild: false, ["sequence", "exclusive", "parallel", "inclusive", "subProcess"]));
            FreeChoices(drawn.Root);
            var from = BpmnReader.Read(drawn.Xml).Processes[0];
            if (Standing(from, dice) is not { HasEnded: false } state || Other(drawn.Root, dice) is not { } changed)
            {
                return;
            }

            // A frame that begins only later is the checker's matter: a join in it that never fires is an error and is not published.
            var to = BpmnReader.Read(changed.Xml).Processes[0];
            var frame = to.Node(changed.JoinId).Scope;
            if (BeginsAgain(frame) || !state.Tokens.Any(token => to.Node(token.NodeId).Scope == frame))
            {
                return;
            }

            var plan = Moves.Plan(from, to, state, MoveChoices.None);
            if (plan.Refusals.Any(static refusal => refusal.Code is not "no-way-to-an-end"))
            {
                return;
            }

            var ends = Enumerable.Range(0, Plays).Select(_ => Play(to, Knowing(state, Answer(dice)), dice, mostInputs: 60)).Any(static played => played is { HasEnded: true });
            Interlocked.Increment(ref plan.Refusals.IsEmpty ? ref allowed : ref refused);
            if (ends != plan.Refusals.IsEmpty)
            {
                lock (wrong)
                {
                    wrong.Add((seed, $"{(ends ? "refused, and a play ended" : "allowed, and no play ended")}\n{string.Join(' ', state.Tokens.Select(static token => $"{token.NodeId}/{token.FlowId}"))}\n{changed.Xml}"));
                }
            }
        });

        output.WriteLine($"{allowed} moves allowed, {refused} refused");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.OrderBy(static one => one.Text.Length).Take(1).Select(one => $"{wrong.Count} wrong; OFFICE_SEED={one.Seed}\n{one.Text}")));
        Assert.True(isOne || (refused > 20 && allowed > 20), $"{allowed} moves allowed, {refused} refused");
    }

    /// <summary>Each condition asks a variable of its own: the proof looks at the drawing, not at which conditions exclude one another.</summary>
    private static void FreeChoices(XElement root)
    {
        var number = 0;
        foreach (var condition in root.Descendants(BpmnNames.Bpmn + "conditionExpression"))
        {
            condition.Value = $"y{++number} = 1";
        }
    }

    private static bool BeginsAgain(Scope frame) => frame.Owner is { } owner && (owner.Loop is not null || BeginsAgain(owner.Scope));

    private static CaseState? Standing(Process process, Dice dice) => Play(process, null, dice, mostInputs: 1 + dice.Below(8));

    private static CaseState Knowing(CaseState state, Value.Record variables) =>
        state with { Scopes = state.Scopes.SetItem(0, state.Scopes[0] with { Variables = variables }) };

    /// <summary>The file with one join of another kind; null when there is none.</summary>
    private static (string JoinId, string Xml)? Other(XElement root, Dice dice)
    {
        var copy = new XElement(root);
        var joins = copy.Descendants().Where(element =>
            Joins.Contains(element.Name.LocalName, StringComparer.Ordinal)
            && copy.Descendants(BpmnNames.Bpmn + "sequenceFlow").Count(flow => flow.Attribute("targetRef")!.Value == element.Attribute("id")!.Value) > 1).ToList();
        if (joins.Count == 0)
        {
            return null;
        }

        var join = dice.Pick(joins);
        join.Name = BpmnNames.Bpmn + dice.Pick(Joins.Where(kind => kind != join.Name.LocalName).ToArray());

        return (join.Attribute("id")!.Value, copy.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Inputs in any order until the case ends or waits for nothing; who found no way is tried again with other answers. Null when an input was refused.</summary>
    private static CaseState? Play(Process process, CaseState? state, Dice dice, int mostInputs)
    {
        for (var inputs = 0; inputs < mostInputs && state is not { HasEnded: true }; inputs++)
        {
            if (Next(state, dice, inputs) is not { } input)
            {
                break;
            }

            if (Engine.Decide(process, state, input) is not Decision.Accepted accepted)
            {
                return null;
            }

            state = CaseFormat.Read(CaseFormat.Write(accepted.State));
        }

        return state;
    }

    private static Input? Next(CaseState? state, Dice dice, int number) => state switch
    {
        null => new Input.Started(At, Answer(dice)),
        _ when state.StuckTokens.FirstOrDefault() is { } stuck => new Input.Retried(At, stuck.Id, Answer(dice)),
        { Waits.IsEmpty: true } => null,
        _ => For(dice.Pick(state.Waits), dice, number),
    };

    private static Input For(Wait wait, Dice dice, int number) => wait switch
    {
        Wait.ForWork => new Input.WorkFinished(At, wait.Id, Answer(dice)),
        Wait.ForService => new Input.ServiceDone(At, wait.Id, Answer(dice)),
        Wait.ForTimer => new Input.TimerFired(At, wait.Id),
        Wait.ForCase => new Input.ChildEnded(At, wait.Id, Answer(dice)),
        _ => new Input.MessageArrived(At, wait.Id, $"{wait.Id} {number}", Answer(dice)),
    };

    private static Value.Record Answer(Dice dice) => Enumerable.Range(1, 30).Aggregate(
        Enumerable.Range(1, 6).Aggregate(Value.Record.Empty, (record, number) => record.With($"x{number}", Value.Of((decimal)dice.Below(2)))),
        (record, number) => record.With($"y{number}", Value.Of((decimal)dice.Below(2))));
}
