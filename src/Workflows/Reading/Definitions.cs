using System.Xml;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>What one file declares for all of its processes, and what was found wrong while reading it.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<string, MessageDefinition> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Code, string Name)> errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Code, string Name)> escalations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> signals = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public Definitions(XElement root)
    {
        foreach (var message in root.Elements(BpmnNames.Bpmn + "message"))
        {
            messages[Id(message)] = new MessageDefinition((string?)message.Attribute("name") ?? "", OfficeExtensions.Correlation(message));
        }

        foreach (var error in root.Elements(BpmnNames.Bpmn + "error"))
        {
            errors[Id(error)] = (Code(error, "errorCode"), (string?)error.Attribute("name") ?? "");
        }

        foreach (var escalation in root.Elements(BpmnNames.Bpmn + "escalation"))
        {
            escalations[Id(escalation)] = (Code(escalation, "escalationCode"), (string?)escalation.Attribute("name") ?? "");
        }

        foreach (var signal in root.Elements(BpmnNames.Bpmn + "signal"))
        {
            signals[Id(signal)] = (string?)signal.Attribute("name") ?? "";
        }

        Associations = root.Descendants(BpmnNames.Bpmn + "association").ToLookup(
            static line => (string?)line.Attribute("sourceRef") ?? "", static line => (string?)line.Attribute("targetRef") ?? "", StringComparer.Ordinal);
    }

    public List<Finding> Findings { get; } = [];

    /// <summary>Associations of the whole file: ends by id.</summary>
    public ILookup<string, string> Associations { get; }

    public static string Id(XElement element) => (string?)element.Attribute("id") ?? "";

    /// <summary>The message that an element names; its own correlation key comes before the message's.</summary>
    public MessageDefinition Message(XElement element, XElement? holder = null)
    {
        var declared = Reference(messages, element, "messageRef") ?? new MessageDefinition("", null);
        var key = OfficeExtensions.Correlation(element) ?? (holder is null ? null : OfficeExtensions.Correlation(holder));

        return key is null ? declared : declared with { Key = key };
    }

    /// <summary>A reference that names nothing is taken for the code itself, as other tools write it: without a code the event would catch everything.</summary>
    public Trigger.Error Error(XElement element)
    {
        if ((string?)element.Attribute("errorRef") is not { } reference)
        {
            return new Trigger.Error(null, "");
        }

        var (code, name) = Coded(errors, reference) ?? (Local(reference), Local(reference));

        return new Trigger.Error(code, name);
    }

    /// <summary>A reference that names nothing is found: without a code the event would catch everything.</summary>
    public Trigger.Escalation Escalation(XElement element)
    {
        if ((string?)element.Attribute("escalationRef") is not { } reference)
        {
            return new Trigger.Escalation(null, "");
        }

        if (Coded(escalations, reference) is not var (code, name))
        {
            Add("escalation-is-declared", element.Parent ?? element, $"「{reference}」というエスカレーションは、ファイルのどこにも決められていません。", "コードを選び直してください。");

            return new Trigger.Escalation(null, "");
        }

        return new Trigger.Escalation(code, name);
    }

    public Trigger.Signal Signal(XElement element) => new(Reference(signals, element, "signalRef") ?? "");

    /// <summary>False, with a finding, when the id is missing or used twice.</summary>
    public bool Claim(XElement element)
    {
        var id = Id(element);
        if (id.Length > 0 && ids.Add(id))
        {
            return true;
        }

        Add("ids-are-unique", element, id.Length == 0
            ? $"{element.Name.LocalName} に id がありません。"
            : $"id「{id}」が二度使われています。", "図の編集画面で要素を置き直してください。");

        return false;
    }

    public void Add(string rule, XElement element, string message, string fix)
    {
        var line = element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : (int?)null;
        var id = Id(element);
        Findings.Add(new Finding(rule, Severity.Error, id.Length > 0 ? id : null, message, fix, line));
    }

    /// <summary>An empty code is none: such an event catches all.</summary>
    private static string? Code(XElement element, string attribute) => (string?)element.Attribute(attribute) is { Length: > 0 } code ? code : null;

    /// <returns>Null where the reference names nothing that the file declares.</returns>
    private static (string? Code, string Name)? Coded(Dictionary<string, (string? Code, string Name)> declared, string reference) =>
        declared.TryGetValue(reference, out var named) || declared.TryGetValue(Local(reference), out named) ? named : null;

    private static T? Reference<T>(Dictionary<string, T> declared, XElement element, string attribute)
        where T : class
    {
        var reference = (string?)element.Attribute(attribute);

        return reference is null ? null : declared.GetValueOrDefault(reference) ?? declared.GetValueOrDefault(Local(reference));
    }

    /// <summary>A reference may carry a namespace prefix.</summary>
    private static string Local(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
