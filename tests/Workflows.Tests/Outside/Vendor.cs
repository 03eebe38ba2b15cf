using System.Text.RegularExpressions;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>Gives a model of another engine our dialect: its expressions become FEEL, its classes our steps; what has no id gets one.</summary>
internal static partial class Vendor
{
    private static readonly string[] Formulas =
    [
        "conditionExpression", "loopCardinality", "completionCondition", "condition", "timeDate", "timeDuration", "timeCycle", "loopCondition",
    ];

    private static readonly string[] Steps = ["class", "expression", "delegateExpression", "type"];

    public static string Adapt(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var unnamed = 0;
        foreach (var element in root.Descendants().ToList())
        {
            if (element.Attribute("id") is null && NodeReader.IsDrawn(element.Name.LocalName))
            {
                element.SetAttributeValue("id", $"unnamed_{++unnamed:000}");
            }

            if (Formulas.Contains(element.Name.LocalName, StringComparer.Ordinal) && !element.HasElements)
            {
                element.Value = Feel(element.Value);
            }

            switch (element.Name.LocalName)
            {
                case "serviceTask" or "sendTask" or "businessRuleTask" when Extension(element, Steps) is { } step:
                    Bind(element, step);
                    break;
                case "multiInstanceLoopCharacteristics":
                    Loop(element);
                    break;
                case "callActivity":
                    Map(element);
                    break;
            }
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>What the vendor's class or expression does, as far as it matters to the way: it throws an error, breaks, or works.</summary>
    public static Input Perform(Effect.CallService call, DateTimeOffset at) => call.Type[(call.Type.LastIndexOf('.') + 1)..] switch
    {
        "ThrowErrorInLoopDelegate" => new Input.ServiceFailed(at, call.CallId, call.Type, "E1"),
        "ThrowBpmnErrorDelegate" => new Input.ServiceFailed(at, call.CallId, call.Type, "23"),
        var type when type.StartsWith("throws ", StringComparison.Ordinal) => new Input.ServiceFailed(at, call.CallId, type, type[7..]),
        "ServiceTaskThrowBpmnError" => new Input.ServiceFailed(at, call.CallId, call.Type, "errorCode"),
        var type when type.Contains("Failing", StringComparison.Ordinal) || type.Contains("Exception", StringComparison.Ordinal) =>
            new Input.ServiceFailed(at, call.CallId, type),
        _ => new Input.ServiceDone(at, call.CallId, Value.Record.Empty),
    };

    /// <summary><c>${a == 1 &amp;&amp; !b}</c> is <c>a = 1 and not(b)</c>; what is no expression stays as it is.</summary>
    public static string Feel(string text)
    {
        var trimmed = text.Trim();
        if (trimmed is not (['$' or '#', '{', .., '}']))
        {
            return text;
        }

        var feel = trimmed[2..^1].Replace("==", "=", StringComparison.Ordinal)
            .Replace("&&", " and ", StringComparison.Ordinal)
            .Replace("||", " or ", StringComparison.Ordinal)
            .Replace("nrOfInstances", "numberOfInstances", StringComparison.Ordinal)
            .Replace("nrOfCompletedInstances", "numberOfCompletedInstances", StringComparison.Ordinal)
            .Replace("nrOfActiveInstances", "numberOfActiveInstances", StringComparison.Ordinal)
            .Replace('\'', '"');

        return Negation().Replace(feel, "not($1)");
    }

    private static string? Extension(XElement element, string[] names) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.Namespace != XNamespace.None && names.Contains(attribute.Name.LocalName, StringComparer.Ordinal))?.Value;

    private static void Bind(XElement element, string step)
    {
        if (element.Name.LocalName is "businessRuleTask")
        {
            element.Name = BpmnNames.Bpmn + "serviceTask";
        }

        Extensions(element).Add(new XElement(BpmnNames.Elsa + "activityBinding", new XAttribute("activityType", step)));
    }

    private static void Loop(XElement loop)
    {
        if ((Extension(loop, ["collection"]) ?? loop.Element(BpmnNames.Bpmn + "loopDataInputRef")?.Value) is { } collection)
        {
            loop.SetAttributeValue(BpmnNames.Office + "collection", Feel(collection));
        }

        if ((Extension(loop, ["elementVariable"]) ?? (string?)loop.Element(BpmnNames.Bpmn + "inputDataItem")?.Attribute("name")) is { } variable)
        {
            loop.SetAttributeValue(BpmnNames.Office + "elementVariable", variable);
        }
    }

    private static void Map(XElement call)
    {
        var mapping = new XElement(BpmnNames.Office + "mapping");
        foreach (var element in call.Descendants().Where(static element => element.Name.LocalName is "in" or "out"))
        {
            var source = (string?)element.Attribute("source") ?? Feel((string?)element.Attribute("sourceExpression") ?? "");
            if ((string?)element.Attribute("target") is { } target && source.Length > 0)
            {
                mapping.Add(new XElement(
                    BpmnNames.Office + (element.Name.LocalName is "in" ? "input" : "output"), new XAttribute("target", target), new XAttribute("expression", source)));
            }
        }

        if (mapping.HasElements)
        {
            Extensions(call).Add(mapping);
        }
    }

    private static XElement Extensions(XElement element)
    {
        if (element.Element(BpmnNames.Bpmn + "extensionElements") is { } extensions)
        {
            return extensions;
        }

        var made = new XElement(BpmnNames.Bpmn + "extensionElements");
        element.AddFirst(made);

        return made;
    }

    [GeneratedRegex(@"(?:!|\bnot )\s*(\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Negation();
}
