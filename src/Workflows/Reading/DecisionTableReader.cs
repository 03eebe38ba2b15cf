using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>
/// <c>office:decisionTable hitPolicy="U"</c> with <c>office:input expression</c>, <c>office:output name</c> and rows <c>office:rule</c> of
/// <c>office:when</c> and <c>office:then</c>.
/// </summary>
internal static class DecisionTableReader
{
    public static DecisionTable? Read(XElement task)
    {
        if (task.Element(BpmnNames.Bpmn + "extensionElements")?.Element(BpmnNames.Office + "decisionTable") is not { } table)
        {
            return null;
        }

        return new DecisionTable(
            (string?)table.Attribute("hitPolicy") ?? DecisionTable.Unique,
            [.. Children(table, "input").Select(static input => new Formula((string?)input.Attribute("expression") ?? ""))],
            [.. Children(table, "output").Select(static output => ((string?)output.Attribute("name") ?? "").Trim())],
            [.. Children(table, "rule").Select(Rule)]);
    }

    private static DecisionRule Rule(XElement rule, int index) => new(
        (string?)rule.Attribute("id") ?? (index + 1).ToString(CultureInfo.InvariantCulture),
        [.. Children(rule, "when").Select(static cell => new DecisionTest(cell.Value))],
        [.. Children(rule, "then").Select(static cell => new Formula(cell.Value))]);

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements(BpmnNames.Office + name);
}
