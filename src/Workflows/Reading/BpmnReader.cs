using System.Collections.Immutable;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>Reads a .bpmn text. What is wrong with it comes back as findings; no text makes it throw.</summary>
public static class BpmnReader
{
    public static ReadResult Read(string xml)
    {
        var (root, finding) = SafeXml.Load(xml);
        if (root is null)
        {
            return new ReadResult([], [finding!]);
        }

        if (root.Name != BpmnNames.Bpmn + "definitions")
        {
            return new ReadResult([], [Finding.Error("file-is-bpmn", null, "BPMN 2.0 の文書ではありません。", "BPMN 2.0 の XML を選んでください。")]);
        }

        var definitions = new Definitions(root);
        var processes = root.Elements(BpmnNames.Bpmn + "process")
            .Where(definitions.Claim)
            .Select(element => Read(element, root, definitions))
            .OrderBy(static process => process.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        if (processes.IsEmpty)
        {
            definitions.Add("file-has-a-process", root, "文書の中に手続き(process)がありません。", "プロセスのある図を選んでください。");
        }

        return new ReadResult(processes, [.. definitions.Findings]);
    }

    private static Process Read(XElement element, XElement root, Definitions definitions)
    {
        var lanes = new LaneReader(element);
        var reader = new ScopeReader(definitions, lanes);
        var scope = reader.Read(element, owner: null);
        var (id, name, documentation) = NodeReader.Words(element);

        return new Process(id, name.Length > 0 ? name : Pool(root, id), scope, reader.All, lanes.Lanes)
        {
            Documentation = documentation,
            Forms = OfficeExtensions.Texts(element, "form"),
            Wordings = OfficeExtensions.Texts(element, "wording"),
        };
    }

    /// <summary>A process without a name has its pool's.</summary>
    private static string Pool(XElement root, string processId) =>
        root.Descendants(BpmnNames.Bpmn + "participant")
            .Where(pool => string.Equals((string?)pool.Attribute("processRef"), processId, StringComparison.Ordinal))
            .Select(static pool => NodeReader.Words(pool).Name)
            .FirstOrDefault() ?? "";
}
