using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>What our own namespace adds to BPMN; the designer writes the same names.</summary>
internal static class OfficeExtensions
{
    /// <summary>Key of the role whose people work in a lane.</summary>
    public static string? Role(XElement lane) => (string?)Extension(lane, "role")?.Attribute("key");

    /// <summary>Place of a flow among the flows of its source.</summary>
    public static int? Order(XElement flow) =>
        int.TryParse((string?)Extension(flow, "order")?.Attribute("value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)
            ? order
            : null;

    public static Formula? Correlation(XElement element) => FormulaOf((string?)Extension(element, "correlation")?.Attribute("key"));

    public static Mapping Mapping(XElement element) =>
        Extension(element, "mapping") is { } mapping
            ? new Mapping(Assignments(mapping, "input"), Assignments(mapping, "output"))
            : Model.Mapping.None;

    /// <summary>Texts that stand in a process under a key each; of two with one key the first counts.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(XElement process, string name) =>
        (process.Element(BpmnNames.Bpmn + "extensionElements")?.Elements(BpmnNames.Office + name) ?? [])
            .Where(static text => (string?)text.Attribute("key") is { Length: > 0 })
            .DistinctBy(static text => (string)text.Attribute("key")!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(static text => (string)text.Attribute("key")!, static text => text.Value, StringComparer.Ordinal);

    public static string? Attribute(XElement element, string name) =>
        (string?)element.Attribute(BpmnNames.Office + name) is { Length: > 0 } text ? text : null;

    public static Formula? FormulaOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Formula(text);

    private static ImmutableArray<Assignment> Assignments(XElement mapping, string name) =>
    [
        .. from element in mapping.Elements(BpmnNames.Office + name)
           let target = (string?)element.Attribute("target") ?? ""
           where target.Length > 0
           select new Assignment(target, new Formula((string?)element.Attribute("expression") ?? "")),
    ];

    private static XElement? Extension(XElement element, string name) =>
        element.Element(BpmnNames.Bpmn + "extensionElements")?.Element(BpmnNames.Office + name);
}
