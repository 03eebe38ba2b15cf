using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Expressions;

namespace OfficeWorkflow.Workflows.Tests.Outside.Decisions;

/// <summary>One result that a case of the DMN TCK states.</summary>
internal sealed record TckCase(string Folder, string Id, TckModel Model, string Decision, Dictionary<string, Value> Inputs, Value Expected)
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static IEnumerable<TckCase> ReadAll(string root) =>
        Directory.EnumerateFiles(root, "*-test-*.xml", SearchOption.AllDirectories)
            .OrderBy(file => Path.GetRelativePath(root, file), StringComparer.Ordinal)
            .SelectMany(file => Read(root, file));

    private static IEnumerable<TckCase> Read(string root, string file)
    {
        var cases = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        var folder = Path.GetDirectoryName(file)!;
        var model = new TckModel(XDocument.Load(Path.Combine(folder, Named(cases, "modelName").First().Value)).Root!);

        return
            from test in Named(cases, "testCase")
            let inputs = Named(test, "inputNode").ToDictionary(static node => TckModel.Word(Name(node)), Content, StringComparer.Ordinal)
            from result in Named(test, "resultNode")
            select new TckCase(Path.GetRelativePath(root, folder).Replace('\\', '/'), (string?)test.Attribute("id") ?? "", model, TckModel.Word(Name(result)), inputs, Content(result));
    }

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
                    return Value.Of(Named(element, "component").Select(static part => KeyValuePair.Create(TckModel.Word(Name(part)), Content(part))));
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
