using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Expressions;

/// <summary>A decision of the DMN TCK that is one literal expression, over inputs only.</summary>
internal sealed record TckCase(string Folder, string Text, Dictionary<string, Value> Inputs, Value Expected)
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static IEnumerable<TckCase> ReadAll(string root) =>
        Directory.EnumerateFiles(root, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<TckCase> Read(string file)
    {
        var cases = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var folder = Path.GetDirectoryName(file)!;
        var texts = Texts(Path.Combine(folder, Named(cases, "modelName").First().Value));

        return
            from test in Named(cases, "testCase")
            let inputs = Named(test, "inputNode").ToDictionary(Name, Content, StringComparer.Ordinal)
            from result in Named(test, "resultNode")
            where texts.ContainsKey(Name(result))
            select new TckCase(Path.GetFileName(folder), texts[Name(result)], inputs, Content(result));
    }

    private static Dictionary<string, string> Texts(string model) => (
        from decision in XDocument.Load(model).Descendants()
        where decision.Name.LocalName is "decision" && Named(decision, "literalExpression").Any() && !Named(decision, "knowledgeRequirement").Any()
        where !Named(decision, "informationRequirement").Elements().Any(static needed => needed.Name.LocalName is "requiredDecision")
        select (Name(decision), Named(Named(decision, "literalExpression").First(), "text").First().Value)).ToDictionary(StringComparer.Ordinal);

    private static Value Content(XElement element)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "value" or "list" when (string?)child.Attribute(Xsi + "nil") is "true":
                    return Value.None;
                case "value":
                    return Typed(((string?)child.Attribute(Xsi + "type") ?? "string").Split(':')[^1], child.Value);
                case "list":
                    return Value.Of(Named(child, "item").Select(Content));
                case "component":
                    return Value.Of(Named(element, "component").Select(static part => KeyValuePair.Create(Name(part), Content(part))));
                case "expected":
                    return Content(child);
            }
        }

        return Value.None;
    }

    private static Value Typed(string type, string text) => type switch
    {
        "boolean" => Value.Of(text.Trim() is "true"),
        "decimal" or "double" => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Of(text),
        "date" or "time" or "dateTime" or "duration" => Feel.Evaluate($"@\"{text.Trim()}\"").Value,
        _ => Value.Of(text),
    };

    private static IEnumerable<XElement> Named(XElement element, string name) => element.Elements().Where(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal));

    private static string Name(XElement element) => (string?)element.Attribute("name") ?? string.Empty;
}
