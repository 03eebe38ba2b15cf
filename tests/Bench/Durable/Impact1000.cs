using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>What an administrator waits for before publishing: what the new version means for each of 1,000 running cases, dates included.</summary>
internal static class Impact1000
{
    private const int Cases = 1000;
    private const int Rounds = 5;
    private const string Key = "impact-1000";

    public static async Task<Figure> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var office = await BenchOffice.OpenAsync(BenchOffice.Sqlite(folder));
        await office.PublishAsync(Source("P3D"));
        for (var started = 0; started < Cases; started++)
        {
            await office.StartAsync(Key);
        }

        var later = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            later.Add(await OnceAsync(office));
        }

        BenchOffice.LetGo(folder);
        var first = later[0];
        later.Sort();
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"{Cases} open cases with a timer each read from SQLite and tried by the engine's mover on a changed version; median of {Rounds}, the very first took {first:0.000} s; {Machine.Conditions}");

        return new Figure(Key, Math.Round(later[Rounds / 2], 4), "s", Limit: null, Ratio: null, conditions);
    }

    private static async Task<double> OnceAsync(BenchOffice office)
    {
        await using var db = office.Db();
        var watch = Stopwatch.StartNew();
        var model = await office.Preview.HandleAsync(db, Key, Source("P14D"), versionId: null, MoveChoices.None, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;

        return model.Count(ImpactKind.NeedsChoice) == Cases ? seconds : throw new InvalidOperationException("Not every case was asked about its timer.");
    }

    private static string Source(string wait) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:officeworkflow:bench">
          <process id="{Key}" name="千の案件" isExecutable="true">
            <startEvent id="start"/><userTask id="ask" name="返事を待つ"/><userTask id="write" name="書く"/><endEvent id="end"/><endEvent id="reminded"/>
            <boundaryEvent id="remind" name="催促" attachedToRef="ask" cancelActivity="false"><timerEventDefinition><timeDuration>{wait}</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/><sequenceFlow id="f2" sourceRef="ask" targetRef="write"/><sequenceFlow id="f3" sourceRef="write" targetRef="end"/>
            <sequenceFlow id="f4" sourceRef="remind" targetRef="reminded"/>
          </process>
        </definitions>
        """;
}
