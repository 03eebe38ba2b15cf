using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>What becomes of each model of a folder of the corpus: it agreed, disagreed, was refused, or was not run, with the reason.</summary>
/// <param name="reasons">Why a story comes out otherwise, by its name, or why a file is not run, by the file's.</param>
/// <param name="bindings">What the scripts of the models do.</param>
internal sealed class Verdicts(string folder, IReadOnlyList<Story> stories, IReadOnlyDictionary<string, string> reasons, IReadOnlyList<string> bindings)
{
    public const string NoReason = "no reason is given";

    private static readonly StepCatalogue Catalogue = new(["Office.SendMail"], ["visit"], ["consent"], ["specialist"]);

    private static readonly string[] OfTheOffice = ["form-exists", "step-is-known", "role-is-known"];

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
        if (own is [{ Steps: ["refused"] } asked])
        {
            return Errors(name) is { Count: > 0 } errors ? $"agreed | refused as by its authors, by {string.Join(' ', errors)}" : $"disagreed | {asked.Name}: it is read without an error ({reasons.GetValueOrDefault(asked.Name, NoReason)})";
        }

        if (Refusal(name) is { } refusal)
        {
            return $"refused | {refusal}";
        }

        var wrong = own.Where(story => Refused(story) is null).Select(story => (story.Name, Why: Play(story))).Where(static one => one.Why is not null).ToList();

        return (own.Count, wrong.Count) switch
        {
            (0, _) when reasons.TryGetValue(name, out var why) => $"not run | {why}",
            (0, _) => $"not run | {NoReason}",
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

    private ReadResult Read(string name)
    {
        var xml = File.ReadAllText(Path.Combine(root, name));

        return BpmnReader.Read(Vendor.Adapt(folder is "bpmn-elements" ? Elements.Adapt(name, xml, bindings) : xml));
    }

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

    /// <summary>The rules that keep the file from being published; not those that ask an office for its forms, steps and roles, which no file of others can name.</summary>
    private List<string> Errors(string name)
    {
        var read = Read(name);

        return
        [
            .. read.Findings.AddRange(read.Processes.SelectMany(static process => Checker.Check(process, Catalogue)))
                .Where(static finding => finding.Severity is Severity.Error && !OfTheOffice.Contains(finding.Rule, StringComparer.Ordinal))
                .Select(static finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static string Kind(Process process, string element) => process.Find(element) switch
    {
        UnknownNode unknown => unknown.Element,
        EventNode { Trigger: Trigger.Unknown unknown } => unknown.Element,
        EventNode happening => $"{happening.GetType().Name} {happening.Trigger.GetType().Name}",
        var node => node?.GetType().Name ?? "",
    };
}
