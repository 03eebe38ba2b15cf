using System.Collections.Frozen;
using System.Text;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>
/// What is written in an element and has no words of its own: foreign extensions, marks, attributes that are not run. It is compared as text, so that nothing
/// changes unseen.
/// </summary>
internal static class Leftover
{
    private static readonly FrozenSet<string> Told = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "name", "default", "sourceRef", "targetRef", "attachedToRef", "cancelActivity", "isInterrupting", "triggeredByEvent", "calledElement", "messageRef",
        "isForCompensation", "processRef", "binding", "version", "cancelRemainingInstances", "ordering");

    /// <summary>Parts of BPMN that the facts tell, or that only repeat what is told elsewhere.</summary>
    private static readonly FrozenSet<string> ToldParts = FrozenSet.Create(
        StringComparer.Ordinal,
        "incoming", "outgoing", "documentation", "conditionExpression", "completionCondition", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics",
        "laneSet", "childLaneSet", "flowNodeRef", "text");

    private static readonly FrozenSet<string> ToldExtensions = FrozenSet.Create(
        StringComparer.Ordinal, "role", "order", "correlation", "mapping", "decisionTable", "activityBinding", "form", "wording");

    /// <summary>Definitions that are told where they are used.</summary>
    private static readonly FrozenSet<string> ToldElsewhere = FrozenSet.Create(
        StringComparer.Ordinal, "message", "error", "escalation", "signal", "definitions", "collaboration", "laneSet");

    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        if (element.Name.Namespace != BpmnNames.Bpmn || (!ToldElsewhere.Contains(element.Name.LocalName) && !IsEventDefinition(element)))
        {
            Attributes(text, element);
            foreach (var child in element.Elements().Where(IsUntold))
            {
                Whole(text, child);
            }
        }

        return text.ToString();
    }

    private static bool IsUntold(XElement child)
    {
        if (child.Name == BpmnNames.Bpmn + "extensionElements")
        {
            return child.Elements().Any(IsUntoldExtension);
        }

        // What has an id of its own is looked at by itself.
        return child.Name.Namespace != BpmnNames.Bpmn
            || (!ToldParts.Contains(child.Name.LocalName) && !IsEventDefinition(child) && Definitions.Id(child).Length == 0);
    }

    private static bool IsUntoldExtension(XElement extension) =>
        (extension.Name.Namespace != BpmnNames.Office && extension.Name.Namespace != BpmnNames.Elsa) || !ToldExtensions.Contains(extension.Name.LocalName);

    private static bool IsEventDefinition(XElement element) => element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal);

    private static bool IsTold(XName name) => (name.Namespace == XNamespace.None || name.Namespace == BpmnNames.Office) && Told.Contains(name.LocalName);

    private static void Attributes(StringBuilder text, XElement element)
    {
        foreach (var attribute in element.Attributes()
            .Where(static attribute => !attribute.IsNamespaceDeclaration && !IsTold(attribute.Name))
            .OrderBy(static attribute => attribute.Name.ToString(), StringComparer.Ordinal))
        {
            text.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value);
        }
    }

    private static void Whole(StringBuilder text, XElement element)
    {
        text.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes().Where(static attribute => !attribute.IsNamespaceDeclaration).OrderBy(static attribute => attribute.Name.ToString(), StringComparer.Ordinal))
        {
            text.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value);
        }

        text.Append('>');
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText written:
                    text.Append(written.Value.Trim());
                    break;
                case XElement child when element.Name != BpmnNames.Bpmn + "extensionElements" || IsUntoldExtension(child):
                    Whole(text, child);
                    break;
            }
        }

        text.Append("</>");
    }
}
