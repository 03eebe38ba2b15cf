using System.Diagnostics;
using System.Globalization;
using System.Text;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>What an administrator waits for with a procedure of 300 elements: read, check, publish.</summary>
internal static class Procedure300
{
    private const int Blocks = 74;
    private const int Rounds = 20;

    private const string Form =
        """<elsa:input name='form'>{"typeName":"String","expression":{"type":"Literal","value":"work"}}</elsa:input>""";

    private static readonly StepCatalogue Catalogue = new([], ["work"], [], ["specialist"]);

    public static async Task<Figure> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var office = await BenchOffice.OpenAsync(BenchOffice.Sqlite(folder));
        var source = Source();
        var first = await OnceAsync(office, source);
        var later = new List<double>();

        for (var round = 0; round < Rounds; round++)
        {
            later.Add(await OnceAsync(office, source));
        }

        BenchOffice.LetGo(folder);
        later.Sort();
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"read, checked by every rule and published on SQLite; median of {Rounds}, the very first took {first:0.000} s; {Machine.Conditions}");

        return new Figure("procedure-300", Math.Round(later[Rounds / 2], 4), "s", Limit: null, Ratio: null, conditions);
    }

    private static async Task<double> OnceAsync(BenchOffice office, string source)
    {
        var watch = Stopwatch.StartNew();
        var read = BpmnReader.Read(source);
        var findings = read.Findings.AddRange(Checker.Check(read.Processes[0], Catalogue));
        var error = findings.FirstOrDefault(static finding => finding.Severity == Severity.Error);

        if (error is not null)
        {
            throw new InvalidOperationException($"{error.Rule} at {error.Element}: {error.Message}");
        }

        await office.PublishAsync(source, read.Processes[0]);

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Blocks of split, two ways with a user task each, join: four elements a block, and both ends.</summary>
    private static string Source()
    {
        var body = new StringBuilder("<startEvent id='start'/>");
        var last = "start";

        for (var block = 0; block < Blocks; block++)
        {
            var (split, left, right, join) = ($"split-{block}", $"left-{block}", $"right-{block}", $"join-{block}");
            body.Append(CultureInfo.InvariantCulture, $"<exclusiveGateway id='{split}' default='{split}--{right}'/>");
            body.Append(Work(left)).Append(Work(right));
            body.Append(CultureInfo.InvariantCulture, $"<exclusiveGateway id='{join}'/>");
            body.Append(Flow(last, split)).Append(Flow(split, left, "today() > date(2026, 4, 1)")).Append(Flow(split, right));
            body.Append(Flow(left, join)).Append(Flow(right, join));
            last = join;
        }

        body.Append("<endEvent id='end'/>").Append(Flow(last, "end"));

        return $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1" targetNamespace="urn:officeworkflow:bench">
              <process id="procedure-300" name="三百の要素" isExecutable="true">{Lane()}{body}</process>
            </definitions>
            """;
    }

    private static string Lane()
    {
        var workers = Enumerable.Range(0, Blocks).Select(static block => $"<flowNodeRef>left-{block}</flowNodeRef><flowNodeRef>right-{block}</flowNodeRef>");

        return $"<laneSet id='lanes'><lane id='lane' name='相談支援専門員'><extensionElements><office:role key='specialist'/></extensionElements>{string.Concat(workers)}</lane></laneSet>";
    }

    private static string Work(string id) =>
        $"<userTask id='{id}' name='{id}'><extensionElements><elsa:activityBinding activityType='Office.Work'>{Form}</elsa:activityBinding></extensionElements></userTask>";

    private static string Flow(string from, string to, string? condition = null)
    {
        var inner = condition is null ? string.Empty : $"<conditionExpression>{System.Security.SecurityElement.Escape(condition)}</conditionExpression>";

        return $"<sequenceFlow id='{from}--{to}' sourceRef='{from}' targetRef='{to}'>{inner}</sequenceFlow>";
    }
}
