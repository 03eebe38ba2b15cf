using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>
/// What people, services and outsiders told the cases of an office in production, told again to a trial run. Everything else (called
/// procedures, timers, messages between cases) the trial must do by itself.
/// </summary>
internal sealed class Retold
{
    private readonly IReadOnlyList<Production> cases;
    private readonly Dictionary<string, Value.Record> messages;
    private readonly Trial trial;

    private Retold(IReadOnlyList<Production> cases, Dictionary<string, Value.Record> messages, Trial trial) =>
        (this.cases, this.messages, this.trial) = (cases, messages, trial);

    private sealed record Production(CaseFile File, Process Process, IReadOnlyList<RecordedFact> History);

    public static async Task<Retold> FromAsync(ShippedStory story)
    {
        await using var db = story.Circle.Db();
        var library = story.Circle.Get<ProcedureLibrary>();
        var told = new List<Production>();
        foreach (var file in await db.Cases.OrderBy(static file => file.StartedAt).ThenBy(static file => file.ParentId != null).ToListAsync())
        {
            var history = await db.History.Where(entry => entry.CaseId == file.Id).OrderBy(static entry => entry.Number).ToListAsync();
            told.Add(new Production(file, await library.ProcessAsync(db, file.VersionId, CancellationToken.None), history.ConvertAll(Recorded)));
        }

        var begunBeside = told.Where(root => root.File.ParentId is null && root != told[0] && IsBegunByTheClock(root)).Select(static root => root.File.Id).ToHashSet();
        told.RemoveAll(one => begunBeside.Contains(one.File.RootId));
        var sent = await db.Messages.ToDictionaryAsync(static message => message.Id, static message => (Value.Record)CaseFormat.ReadValue(message.Variables), StringComparer.Ordinal);
        var first = told[0];
        var ground = await story.Circle.Get<TryDraft>().GroundAsync(first.Process, db, CancellationToken.None);
        return new Retold(told, sent, new Trial(ground.World with { HoldsServices = true }, first.History[0].At));
    }

    /// <summary>For each case of production its facts and those of its twin in the trial.</summary>
    public IEnumerable<(string Procedure, IReadOnlyList<string> InProduction, IReadOnlyList<string> InTrial)> Compare()
    {
        var started = (CaseEvent.Started)cases[0].History[0].Events[0];
        Assert.Null(trial.Begin(cases[0].Process, started.Variables, started.StartNodeId));
        while (TellNext() || MoveOn())
        {
            // Until nothing is left to tell.
        }

        return cases.Select(one => (one.File.ProcedureKey, Lines(one.History.SelectMany(static fact => fact.Events)), Lines(FactsOf(TwinOf(one)).SelectMany(static fact => fact.Events))));
    }

    /// <summary>Tells one thing that was told now to a case which stands exactly there.</summary>
    private bool TellNext()
    {
        foreach (var one in cases)
        {
            if (Next(one) is { IsFromOutside: true } next && next.At <= trial.Now)
            {
                var refused = trial.Tell(StepOf(one, next));
                Assert.True(refused is null, $"{one.File.ProcedureKey} {next.Told} {next.About}: {refused?.Code}");
                return true;
            }
        }

        return false;
    }

    private bool MoveOn()
    {
        var later = cases.Select(Next).OfType<RecordedFact>().Select(static next => (DateTimeOffset?)next.At).Where(at => at > trial.Now).Min();
        return later is { } at && trial.Tell(new TrialStep.MoveTo(at)) is null;
    }

    private RecordedFact? Next(Production one) => TwinOf(one) is { } twin ? one.History.ElementAtOrDefault(FactsOf(twin).Count()) : null;

    private TrialCase? TwinOf(Production one)
    {
        if (one.File.ParentId is not { } parent)
        {
            return trial.Cases.Where(static file => file.Caller is null).ElementAtOrDefault(cases.Where(static other => other.File.ParentId is null).ToList().IndexOf(one));
        }

        var caller = TwinOf(cases.Single(other => other.File.Id == parent));
        return trial.Cases.FirstOrDefault(file => file.Caller is not null && file.Caller == caller && string.Equals(file.CallId, one.File.ParentCallId, StringComparison.Ordinal));
    }

    private IEnumerable<TrialFact> FactsOf(TrialCase? twin) => trial.Facts.Where(fact => fact.Case == twin?.Number);

    private TrialStep StepOf(Production one, RecordedFact told) => told.Told switch
    {
        nameof(Input.WorkFinished) => new TrialStep.Finish(PlaceOf<Wait.ForWork>(one, told.About!), told.Values(one.Process), told.Events.OfType<CaseEvent.WorkClosed>().First().By),
        nameof(Input.ServiceDone) => new TrialStep.Perform(PlaceOf<Wait.ForService>(one, told.About!), told.Values(one.Process)),
        nameof(Input.ServiceFailed) => Failed(one, told),
        nameof(Input.MessageArrived) => MessageOf(one, told),
        var other => throw new InvalidOperationException($"No step for {other}."),
    };

    private TrialStep.Fail Failed(Production one, RecordedFact told)
    {
        var ended = told.Events.OfType<CaseEvent.ServiceEnded>().First();
        return new TrialStep.Fail(PlaceOf<Wait.ForService>(one, told.About!), ended.Reason!, ended.ErrorCode);
    }

    private TrialStep.Message MessageOf(Production one, RecordedFact told)
    {
        var taken = told.Events.OfType<CaseEvent.MessageTaken>().First();
        var wait = TwinOf(one)!.Waits.OfType<Wait.ForMessage>().Single(wait => string.Equals(wait.Id, taken.SubscriptionId, StringComparison.Ordinal));
        return new TrialStep.Message(wait.MessageName, wait.Key, messages[taken.MessageId], taken.MessageId);
    }

    private TrialPlace PlaceOf<TWait>(Production one, string id)
        where TWait : Wait
    {
        var twin = TwinOf(one)!;
        var node = twin.Waits.OfType<TWait>().Single(wait => string.Equals(wait.Id, id, StringComparison.Ordinal)).NodeId;
        return Enumerable.Range(0, trial.Cases.Sum(static file => file.Waits.Count()))
            .Select(nth => new TrialPlace(twin.Process.Id, node, nth))
            .First(place => trial.Find<TWait>(place) is { } found && found.Case == twin && string.Equals(found.Wait.Id, id, StringComparison.Ordinal));
    }

    /// <summary>What the clock began beside the story is no part of it.</summary>
    private static bool IsBegunByTheClock(Production root) =>
        root.Process.TimerStarts.Any(start => string.Equals(start.Id, ((CaseEvent.Started)root.History[0].Events[0]).StartNodeId, StringComparison.Ordinal));

    private static RecordedFact Recorded(HistoryEntry entry)
    {
        using var events = JsonDocument.Parse(entry.Events);
        return new RecordedFact(
            entry.At, entry.Told, entry.About, entry.By?.ToString("D", CultureInfo.InvariantCulture), [.. events.RootElement.EnumerateArray().Select(static text => CaseFormat.ReadEvent(text.GetRawText()))]);
    }

    private static IReadOnlyList<string> Lines(IEnumerable<CaseEvent> events) => [.. events.Select(CaseFormat.WriteEvent)];
}
