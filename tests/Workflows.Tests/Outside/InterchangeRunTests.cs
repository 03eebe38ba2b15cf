using System.Collections.Immutable;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Generating;
using OfficeWorkflow.Workflows.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>
/// The interchange models are drawings: they say nothing of conditions, moments and names of messages. With those filled in they run, and are played here
/// with answers of every kind.
/// </summary>
public sealed class InterchangeRunTests(ITestOutputHelper output)
{
    private const int Plays = 300;
    private const int LongestPlay = 60;
    private const int FewestPassed = 40;

    private static readonly DateTimeOffset At = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    private static string Folder => Path.Combine(Corpus.Folder, "miwg", "Reference");

    [CorpusFact]
    public void B1_Gateways_of_every_interchange_model_take_one_way_or_all_and_in_time_each()
    {
        var (never, passed, all) = (new List<string>(), 0, 0);
        foreach (var file in Directory.EnumerateFiles(Folder, "*.bpmn").Order(StringComparer.Ordinal))
        {
            foreach (var process in Filled(file))
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var seed = 0; seed < Plays; seed++)
                {
                    Play(process, new Dice(seed), seen);
                }

                var gateways = process.Nodes.Where(static node => node is ExclusiveGateway or ParallelGateway).ToList();
                var left = gateways.Where(gateway => gateway.Outgoing.Any(flow => seen.Contains(flow.Id))).ToList();
                (passed, all) = (passed + left.Count, all + gateways.Count);
                never.AddRange(left.SelectMany(static gateway => gateway.Outgoing).Where(flow => !seen.Contains(flow.Id)).Select(flow => $"{Path.GetFileName(file)} {flow.Id} of {flow.Source.Label}"));
            }
        }

        output.WriteLine($"{passed} of {all} gateways; the others wait for what the drawing never sends");
        Assert.Equal("", string.Join('\n', never));
        Assert.True(passed >= FewestPassed, $"{passed} of {all} gateways");
    }

    [CorpusFact]
    public void B18_Links_of_the_analytic_model_lead_from_the_throw_to_the_catch_and_on()
    {
        var process = Filled(Path.Combine(Folder, "B.2.0.bpmn")).Single(static process => process.Nodes.Any(static node => node is ThrowEvent { Trigger: Trigger.Link }));
        var (thrown, caught) = (process.Nodes.Single(static node => node is ThrowEvent { Trigger: Trigger.Link }), process.Nodes.Single(static node => node is CatchEvent { Trigger: Trigger.Link }));
        var leads = 0;
        for (var seed = 0; seed < Plays; seed++)
        {
            var entered = Play(process, new Dice(seed), []).OfType<CaseEvent.Entered>().ToList();
            foreach (var (place, _) in entered.Index().Where(one => one.Item.NodeId == thrown.Id))
            {
                Assert.Equal([caught.Id, caught.Outgoing[0].Target.Id], entered.Skip(place + 1).Where(next => next.TokenId == entered[place].TokenId).Take(2).Select(static next => next.NodeId));
                leads++;
            }
        }

        Assert.NotEqual(0, leads);
    }

    /// <summary>Each way out of a choice has a condition of its own, what waits knows for what, and a task of no kind is done by hand.</summary>
    private static ImmutableArray<Process> Filled(string file)
    {
        var root = XDocument.Parse(File.ReadAllText(file)).Root!;
        foreach (var element in root.Descendants().Where(static element => element.Name.Namespace == BpmnNames.Bpmn).ToList())
        {
            Fill(root, element);
        }

        return BpmnReader.Read(root.ToString(SaveOptions.DisableFormatting)).Processes;
    }

    private static void Fill(XElement root, XElement element)
    {
        var id = (string?)element.Attribute("id");
        switch (element.Name.LocalName)
        {
            case "task" or "scriptTask" or "serviceTask" or "sendTask" or "businessRuleTask" or "receiveTask":
                element.Name = BpmnNames.Bpmn + "manualTask";
                break;
            case "message":
                element.SetAttributeValue("name", id);
                break;
            case "timerEventDefinition":
                element.ReplaceNodes(new XElement(BpmnNames.Bpmn + "timeDuration", "PT1H"));
                break;
            case "condition":
                element.Value = "moved";
                break;
            case "sequenceFlow" when root.Descendants().Any(node => (string?)node.Attribute("id") == (string?)element.Attribute("sourceRef") && node.Name.LocalName is "exclusiveGateway" or "inclusiveGateway" && (string?)node.Attribute("default") != id):
                element.Elements(BpmnNames.Bpmn + "conditionExpression").Remove();
                element.Add(new XElement(BpmnNames.Bpmn + "conditionExpression", $"list contains(ways, \"{id}\")"));
                break;
            case "multiInstanceLoopCharacteristics" or "standardLoopCharacteristics":
                element.Remove();
                break;
        }
    }

    /// <summary>Plays a case from one of its starts, with one way chosen at each gateway anew whenever something happens.</summary>
    /// <returns>What happened.</returns>
    private static List<CaseEvent> Play(Process process, Dice dice, HashSet<string> seen)
    {
        var starts = process.Root.Nodes.OfType<StartEvent>().ToList();
        var happened = new List<CaseEvent>();
        if (starts.Count == 0)
        {
            return happened;
        }

        CaseState? state = null;
        Input? input = new Input.Started(At, Ways(process, dice), dice.Pick(starts).Id);
        for (var step = 0; step < LongestPlay && input is not null; step++)
        {
            var accepted = Assert.IsType<Decision.Accepted>(Engine.Decide(process, state, input));
            state = accepted.State;
            happened.AddRange(accepted.Events);
            seen.UnionWith(accepted.Events.OfType<CaseEvent.Entered>().Select(static entry => entry.FlowId).OfType<string>());
            Assert.All(accepted.Events.OfType<CaseEvent.WayChosen>().Where(chosen => process.Node(chosen.NodeId) is ExclusiveGateway), static chosen => Assert.Single(chosen.FlowIds));
            input = Next(process, state, dice);
        }

        return happened;
    }

    private static Input? Next(Process process, CaseState state, Dice dice) => state.Waits.RemoveAll(static wait => wait is Wait.ForCondition) is not { IsEmpty: false } waits ? null : dice.Pick(waits) switch
    {
        Wait.ForWork work => new Input.WorkFinished(At, work.Id, Ways(process, dice)),
        Wait.ForCase call => new Input.ChildEnded(At, call.Id, Value.Record.Empty),
        Wait.ForTimer timer => new Input.TimerFired(timer.Due.At, timer.Id),
        Wait.ForMessage message => new Input.MessageArrived(At, message.Id, $"m{dice.Below(1_000_000_000)}", Ways(process, dice)),
        Wait.ForSignal signal => new Input.SignalArrived(At, signal.SignalName, $"g{dice.Below(1_000_000_000)}", Ways(process, dice)),
        _ => null,
    };

    private static Value.Record Ways(Process process, Dice dice) => Value.Record.Empty
        .With("moved", Value.Of(dice.Chance(50)))
        .With("ways", Value.Of(process.Nodes.Where(static node => node.Outgoing.Length > 0).Select(node => Value.Of(dice.Pick(node.Outgoing).Id))));
}
