using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Reading;

internal static class LoopReader
{
    public static MultiInstance? Read(XElement activity)
    {
        if (activity.Element(BpmnNames.Bpmn + "multiInstanceLoopCharacteristics") is not { } loop)
        {
            return null;
        }

        return new MultiInstance(
            IsSequential: XmlFlags.IsTrue(loop, "isSequential", otherwise: false),
            Collection: OfficeExtensions.FormulaOf(OfficeExtensions.Attribute(loop, "collection")),
            Cardinality: OfficeExtensions.FormulaOf((string?)loop.Element(BpmnNames.Bpmn + "loopCardinality")),
            ElementVariable: OfficeExtensions.Attribute(loop, "elementVariable"),
            OutputCollection: OfficeExtensions.Attribute(loop, "outputCollection"),
            OutputElement: OfficeExtensions.FormulaOf(OfficeExtensions.Attribute(loop, "outputElement")),
            CompletionCondition: OfficeExtensions.FormulaOf((string?)loop.Element(BpmnNames.Bpmn + "completionCondition")));
    }

    public static StandardLoop? ReadStandard(XElement activity)
    {
        if (activity.Element(BpmnNames.Bpmn + "standardLoopCharacteristics") is not { } loop)
        {
            return null;
        }

        return new StandardLoop(
            IsTestedBefore: XmlFlags.IsTrue(loop, "testBefore", otherwise: false),
            Maximum: int.TryParse((string?)loop.Attribute("loopMaximum"), NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) ? maximum : null,
            Condition: OfficeExtensions.FormulaOf((string?)loop.Element(BpmnNames.Bpmn + "loopCondition")));
    }
}
