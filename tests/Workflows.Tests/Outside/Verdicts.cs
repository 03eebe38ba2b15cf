using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>What becomes of each model of a folder of the corpus: it agreed, disagreed, was refused, or its authors' test is not read yet.</summary>
/// <param name="reasons">Why a story comes out otherwise, by its name.</param>
internal sealed class Verdicts(string folder, IReadOnlyList<Story> stories, IReadOnlyDictionary<string, string> reasons)
{
    public const string NoReason = "no reason is given";

    private static readonly StepCatalogue Catalogue = new(["Office.SendMail"], ["visit"], ["consent"], ["specialist"]);

    private readonly string root = Path.Combine(Corpus.Folder, folder);

    /// <summary>One line a model, by path.</summary>
    public IEnumerable<string> Lines() =>
        from path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        where path.EndsWith(".bpmn", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal)
        let name = Path.GetRelativePath(root, path).Replace('\\', '/')
        orderby name
        select $"{name} | {Of(name)}";

    private string Of(string name)
    {
        var own = stories.Where(story => story.Files.Contains(name, StringComparer.Ordinal)).ToList();
        if (Refusal(name) is { } refusal)
        {
            return $"refused | {refusal}";
        }

        var wrong = own.Where(story => Refused(story) is null).Select(story => (story.Name, Why: Play(story))).Where(static one => one.Why is not null).ToList();

        return (own.Count, wrong.Count) switch
        {
            (0, _) => "unread",
            (var count, _) when own.TrueForAll(story => Refused(story) is not null) => $"refused | all {count} stories with {Refused(own[0])}",
            (var count, 0) => $"agreed | {count}",
            _ => $"disagreed | {string.Join(" ; ", wrong.Select(one => $"{one.Name}: {one.Why} ({reasons.GetValueOrDefault(one.Name, NoReason)})"))}",
        };
    }

    /// <summary>A story with a refused file is refused with it.</summary>
    private string? Refused(Story story) => story.Files.Select(Refusal).FirstOrDefault(static refusal => refusal is not null);

    /// <summary>How the story comes out otherwise; null when it does not.</summary>
    private string? Play(Story story)
    {
        try
        {
            Teller.Tell(story, [.. story.Files.SelectMany(file => Read(file).Processes)]);

            return null;
        }
        catch (MismatchException mismatch)
        {
            return mismatch.Message;
        }
    }

    private ReadResult Read(string name) => BpmnReader.Read(Vendor.Adapt(File.ReadAllText(Path.Combine(root, name))));

    private string? Refusal(string name)
    {
        var read = Read(name);
        var finding = read.Findings.FirstOrDefault();
        if (finding is not null)
        {
            return finding.Rule;
        }

        return (
            from process in read.Processes
            from found in Checker.Check(process, Catalogue)
            where found.Rule is "only-what-the-engine-runs"
            select $"{found.Rule} {Kind(process, found.Element!)}").FirstOrDefault();
    }

    private static string Kind(Process process, string element) => process.Find(element) switch
    {
        UnknownNode unknown => unknown.Element,
        EventNode { Trigger: Trigger.Unknown unknown } => unknown.Element,
        EventNode happening => $"{happening.GetType().Name} {happening.Trigger.GetType().Name}",
        var node => node?.GetType().Name ?? "",
    };
}
