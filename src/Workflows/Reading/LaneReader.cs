using System.Collections.Immutable;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>Lanes are roles: which role's people do what lies in them. The innermost lane with a role decides.</summary>
internal sealed class LaneReader
{
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly List<Lane> lanes = [];

    public LaneReader(XElement process)
    {
        foreach (var laneSet in process.Descendants(BpmnNames.Bpmn + "laneSet"))
        {
            Read(laneSet, outer: null);
        }
    }

    public ImmutableArray<Lane> Lanes => [.. lanes.OrderBy(static lane => lane.Id, StringComparer.Ordinal)];

    public string? RoleOf(string nodeId) => roles.GetValueOrDefault(nodeId);

    private void Read(XElement laneSet, string? outer)
    {
        foreach (var lane in laneSet.Elements(BpmnNames.Bpmn + "lane"))
        {
            var role = OfficeExtensions.Role(lane) ?? outer;
            var (id, name, _) = NodeReader.Words(lane);
            lanes.Add(new Lane(id, name, role));
            foreach (var node in lane.Elements(BpmnNames.Bpmn + "flowNodeRef").Where(_ => role is not null))
            {
                roles[node.Value.Trim()] = role!;
            }

            foreach (var inner in lane.Elements(BpmnNames.Bpmn + "childLaneSet"))
            {
                Read(inner, role);
            }
        }
    }
}
