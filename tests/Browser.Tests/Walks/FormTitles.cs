using System.Text.RegularExpressions;
using System.Xml.Linq;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>The label of the step that asks for a form, or that is only done and has none, as the shipped diagrams write it.</summary>
internal static partial class FormTitles
{
    private static readonly Dictionary<string, string> Labels = Read();

    public static string Of(string form) => Labels[form];

    private static Dictionary<string, string> Read()
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "src/Workflows/Procedures"), "*.bpmn", SearchOption.AllDirectories))
        {
            foreach (var task in XDocument.Load(file).Descendants().Where(static node => node.Name.LocalName is "userTask" or "manualTask"))
            {
                var form = task.Descendants().FirstOrDefault(static node => node.Name.LocalName is "input" && string.Equals((string?)node.Attribute("name"), "form", StringComparison.Ordinal));
                var key = form is not null && Literal().Match(form.Value) is { Success: true } match ? match.Groups["form"].Value : (string)task.Attribute("id")!;
                labels[key] = (string)task.Attribute("name")!;
            }
        }

        return labels;
    }

    [GeneratedRegex("\"value\":\"(?<form>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
