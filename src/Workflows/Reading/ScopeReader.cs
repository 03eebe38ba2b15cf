using System.Collections.Immutable;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>Reads what is drawn inside one frame and ties it together. Everything is ordered by id, never as in the document.</summary>
internal sealed class ScopeReader(Definitions definitions, LaneReader lanes)
{
    private readonly List<FlowNode> all = [];

    /// <summary>Every node read so far, inner frames included.</summary>
    public ImmutableArray<FlowNode> All => [.. all.OrderBy(static node => node.Id, StringComparer.Ordinal)];

    public Scope Read(XElement container, SubProcess? owner)
    {
        var scope = new Scope { Owner = owner };
        var nodes = Nodes(container, owner);
        scope.Nodes = [.. nodes.Values.OrderBy(static node => node.Id, StringComparer.Ordinal)];
        scope.Flows = [.. Flows(container, nodes).Concat(Links(nodes.Values)).OrderBy(static flow => flow.Id, StringComparer.Ordinal)];
        scope.BlankStart = scope.Nodes.OfType<StartEvent>().FirstOrDefault(static start => start.Trigger is Trigger.Blank);
        scope.Handlers =
        [
            .. scope.Nodes.OfType<SubProcess>()
                .Where(static node => node.IsEventTriggered)
                .SelectMany(static node => node.Inner.Nodes.OfType<StartEvent>())
                .OrderBy(static start => start.Id, StringComparer.Ordinal),
        ];
        Tie(scope);

        foreach (var undo in scope.Nodes.OfType<BoundaryEvent>().Where(static boundary => boundary.Trigger is Trigger.Compensation))
        {
            undo.Handler = definitions.Associations[undo.Id].Select(id => nodes.GetValueOrDefault(id)).OfType<Activity>().FirstOrDefault(static node => node.IsForCompensation);
        }

        foreach (var join in scope.Nodes.OfType<InclusiveGateway>())
        {
            join.Survey();
        }

        all.AddRange(scope.Nodes);

        return scope;
    }

    private static void Tie(Scope scope)
    {
        var incoming = scope.Flows.ToLookup(static flow => flow.Target);
        var outgoing = scope.Flows.ToLookup(static flow => flow.Source);
        var boundaries = scope.Nodes.OfType<BoundaryEvent>().ToLookup(static boundary => boundary.AttachedTo);
        foreach (var node in scope.Nodes)
        {
            node.Scope = scope;
            node.Incoming = [.. incoming[node]];
            var leaving = outgoing[node].ToArray();
            Array.Sort(leaving, SequenceFlow.ByOrder);
            node.Outgoing = [.. leaving];
            if (node is Activity activity)
            {
                activity.Boundaries = [.. boundaries[activity]];
            }
        }
    }

    private Dictionary<string, FlowNode> Nodes(XElement container, SubProcess? owner)
    {
        var nodes = new Dictionary<string, FlowNode>(StringComparer.Ordinal);
        var elements = container.Elements().Where(static element => element.Name.Namespace == BpmnNames.Bpmn).ToList();
        foreach (var element in elements.Where(static element => !IsBoundary(element)))
        {
            if (NodeReader.Read(element, definitions) is { } node && definitions.Claim(element))
            {
                node.Role = lanes.RoleOf(node.Id) ?? owner?.Role;
                nodes.Add(node.Id, node);
                if (node is SubProcess subProcess)
                {
                    subProcess.Inner = Read(element, subProcess);
                }
            }
        }

        foreach (var element in elements.Where(IsBoundary))
        {
            if (EventReader.ReadBoundary(element, definitions, nodes) is { } node && definitions.Claim(element))
            {
                node.Role = lanes.RoleOf(node.Id) ?? node.AttachedTo.Role;
                nodes.Add(node.Id, node);
            }
        }

        return nodes;
    }

    private IEnumerable<SequenceFlow> Flows(XElement container, Dictionary<string, FlowNode> nodes)
    {
        foreach (var element in container.Elements(BpmnNames.Bpmn + "sequenceFlow"))
        {
            var source = nodes.GetValueOrDefault((string?)element.Attribute("sourceRef") ?? "");
            var target = nodes.GetValueOrDefault((string?)element.Attribute("targetRef") ?? "");
            var (id, name, _) = NodeReader.Words(element);
            if (source is null || target is null)
            {
                definitions.Add("flow-has-two-ends", element, $"矢印「{(name.Length > 0 ? name : id)}」の片方が、同じ枠の中のどの要素にも届いていません。", "矢印を引き直してください。");
            }
            else if (definitions.Claim(element))
            {
                yield return new SequenceFlow
                {
                    Id = id,
                    Name = name,
                    Source = source,
                    Target = target,
                    Condition = OfficeExtensions.FormulaOf((string?)element.Element(BpmnNames.Bpmn + "conditionExpression")),
                    IsDefault = string.Equals(source.Default, id, StringComparison.Ordinal),
                    Order = OfficeExtensions.Order(element),
                };
            }
        }
    }

    /// <summary>A link is a flow that nobody drew: from each throw event to the catch event of the same name.</summary>
    private static IEnumerable<SequenceFlow> Links(IReadOnlyCollection<FlowNode> nodes)
    {
        foreach (var from in nodes.OfType<ThrowEvent>())
        {
            var targets = nodes.OfType<CatchEvent>().Where(to => from.Trigger is Trigger.Link && to.Trigger == from.Trigger).ToList();
            if (targets is [var target])
            {
                yield return new SequenceFlow { Id = $"{from.Id}~{target.Id}", Source = from, Target = target };
            }
        }
    }

    private static bool IsBoundary(XElement element) => string.Equals(element.Name.LocalName, "boundaryEvent", StringComparison.Ordinal);
}
