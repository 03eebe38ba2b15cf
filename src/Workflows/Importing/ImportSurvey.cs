using System.Collections.Immutable;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Importing;

/// <summary>Goes through a .bpmn text of any tool and says of each construct what becomes of it, before anything is saved.</summary>
public static class ImportSurvey
{
    private const string NotRun = "only-what-the-engine-runs";
    private const string Unmoved = "そのまま残します。動きには関わりません。";

    private static readonly (string Name, string What, string Sentence)[] Beside =
    [
        ("lane", "役割の列", "そのまま残します。役割を選ぶと、その役割の人の受信箱に入ります。"),
        ("textAnnotation", "メモ", Unmoved),
        ("dataObjectReference", "書類", Unmoved),
        ("dataStoreReference", "台帳", Unmoved),
        ("group", "囲み", Unmoved),
        ("messageFlow", "やりとりの線", Unmoved),
    ];

    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// <summary>Procedures in the file, by id, with their names.</summary>
    public static ImmutableArray<(string Id, string Name)> Processes(string source) =>
        [.. BpmnReader.Read(source).Processes.Select(static process => (process.Id, process.Name.Length > 0 ? process.Name : process.Id))];

    /// <param name="processId">The procedure that is wanted.</param>
    /// <returns>Refused ones first, one for each element; then what is kept, by kind.</returns>
    public static ImmutableArray<Construct> Of(string source, string processId)
    {
        var read = BpmnReader.Read(source);
        var unread = read.Findings.Select(static finding => new Construct(Treatment.Refused, finding.Element, finding.Element ?? "ファイル", finding.Message + finding.Fix));
        if (SafeXml.Load(source).Root is not { } root || read.Processes.FirstOrDefault(process => string.Equals(process.Id, processId, StringComparison.Ordinal)) is not { } wanted)
        {
            return [.. unread];
        }

        var refused = Checker.Check(wanted, new StepCatalogue([], [], [], [])).Where(static finding => finding.Rule is NotRun)
            .Select(finding => new Construct(Treatment.Refused, finding.Element, LabelOf(wanted, finding.Element), finding.Message + finding.Fix)).ToList();
        var lost = refused.Select(static one => one.ElementId).ToHashSet(StringComparer.Ordinal);

        return
        [
            .. unread,
            .. refused,
            .. Kept(wanted.Nodes.Where(node => !lost.Contains(node.Id)), root, read.Processes.Length),
        ];
    }

    private static IEnumerable<Construct> Kept(IEnumerable<FlowNode> nodes, XElement root, int processes)
    {
        foreach (var kind in nodes.CountBy(static node => (Kind: KindWords.Of(node), IsOpen: IsOpen(node))).OrderBy(static kind => kind.Key.Kind, StringComparer.Ordinal).ThenBy(static kind => kind.Key.IsOpen))
        {
            yield return Keep($"{kind.Key.Kind} {kind.Value}個", kind.Key.IsOpen ? "そのまま残します。設計の画面で、様式やすることを選ぶと動きます。" : "そのまま動きます。");
        }

        foreach (var (name, what, sentence) in Beside)
        {
            var count = root.Descendants(BpmnNames.Bpmn + name).Count();
            if (count > 0)
            {
                yield return Keep($"{what} {count}個", sentence);
            }
        }

        foreach (var foreign in Foreign(root))
        {
            yield return Keep($"ほかのツールの設定({foreign.Key}) {foreign.Value}個", "そのまま残します。動きには使いません。");
        }

        if (processes > 1)
        {
            yield return Keep($"ほかのプロセス {processes - 1}個", "図の中にそのまま残します。手続きとして使うには、もう一度取り込んでそのプロセスを選んでください。");
        }

        yield return root.Descendants(Di + "BPMNShape").Any()
            ? Keep("図の配置", "そのまま残します。")
            : Keep("図の配置", "このファイルにはありません。動きますが、図は表示できません。");
    }

    /// <summary>What it does is still to be chosen.</summary>
    private static bool IsOpen(FlowNode node) =>
        node is UserTask { Binding: null } or ManualTask { Binding: null } or ServiceTask { Binding: null } or SendTask { Binding: null };

    private static string LabelOf(Process process, string? element) => element is null ? "ファイル" : $"「{process.Find(element)?.Label ?? element}」";

    private static Construct Keep(string what, string sentence) => new(Treatment.Kept, null, what, sentence);

    private static IEnumerable<KeyValuePair<string, int>> Foreign(XElement root) => root.DescendantsAndSelf()
        .SelectMany(static element => element.Attributes().Where(static attribute => !attribute.IsNamespaceDeclaration).Select(static attribute => attribute.Name.NamespaceName).Prepend(element.Name.NamespaceName))
        .Where(static name => name.Length > 0 && !IsOurs(name))
        .CountBy(static name => name, StringComparer.Ordinal)
        .OrderBy(static name => name.Key, StringComparer.Ordinal);

    private static bool IsOurs(string name) =>
        name.StartsWith("http://www.omg.org/spec/", StringComparison.Ordinal)
        || name is "http://www.w3.org/2001/XMLSchema-instance" or "http://www.w3.org/XML/1998/namespace"
        || string.Equals(name, BpmnNames.Elsa.NamespaceName, StringComparison.Ordinal)
        || string.Equals(name, BpmnNames.Office.NamespaceName, StringComparison.Ordinal);
}
