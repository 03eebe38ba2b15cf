using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>
/// What the clock brings in the next 90 days if nobody does anything: every open case is seen into the future by the engine itself, and the
/// procedures that start by the clock are counted on.
/// </summary>
public sealed class Forecast(TryDraft trying, ProcedureLibrary library, TrialSamples samples, TimeProvider clock)
{
    public const int Days = 90;

    /// <summary>More than any office has open; what lies beyond is said, not hidden.</summary>
    public const int MostCases = 2_000;

    public sealed record Model(DateOnly From, DateOnly To, IReadOnlyList<Line> Lines, bool IsCut)
    {
        public IEnumerable<IGrouping<DateOnly, Line>> ByDay => Lines.GroupBy(static line => Ui.JapaneseEra.DayInTokyo(line.At));
    }

    /// <param name="CaseId">Null for a procedure that starts by the clock.</param>
    /// <param name="NodeId">The timer whose moment it is; what follows from it has the same.</param>
    public sealed record Line(DateTimeOffset At, string Kind, string Text, Guid? CaseId, string? Subject, string Procedure, string NodeId, bool IsTimer);

    public async Task<Model> HandleAsync(OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var until = now.AddDays(Days);
        var files = await db.Cases.AsNoTracking()
            .Where(static file => file.Status == CaseStatus.Open && file.StoppedAt == null)
            .OrderBy(static file => file.StartedAt)
            .ThenBy(static file => file.Id)
            .Take(MostCases + 1)
            .ToListAsync(stop);
        var lines = new List<Line>();
        if (await trying.OfficeAsync(db, stop) is { } office)
        {
            // What a service will find out is not known: beyond it nothing is said.
            var ground = office with { World = office.World with { Results = call => samples.Result(call.Type, call.Inputs).Fields.IsEmpty ? Value.Record.Empty : null } };
            lines.AddRange(await StartsAsync(ground, now, until, db, stop));
            foreach (var tree in files.Take(MostCases).Where(static file => file.State.Length > 0).GroupBy(static file => file.RootId))
            {
                lines.AddRange(await OfTreeAsync([.. tree], ground, now, until, db, stop));
            }
        }

        return new Model(
            CivilTime.DayOf(now, WorkCalendar.Tokyo), CivilTime.DayOf(until, WorkCalendar.Tokyo), [.. lines.OrderBy(static line => line.At)], files.Count > MostCases);
    }

    private async Task<IReadOnlyList<Line>> OfTreeAsync(
        IReadOnlyList<CaseFile> tree, TrialGround ground, DateTimeOffset now, DateTimeOffset until, OfficeDb db, CancellationToken stop)
    {
        var trial = new Trial(ground.World, now);
        var joined = new Dictionary<Guid, TrialCase>();
        foreach (var file in tree)
        {
            var caller = file.ParentId is { } parent ? joined.GetValueOrDefault(parent) : null;
            joined[file.Id] = trial.Join(await library.ProcessAsync(db, file.VersionId, stop), CaseFormat.Read(file.State), caller, file.ParentCallId);
        }

        trial.Tell(new TrialStep.MoveTo(until));
        var cases = joined.ToDictionary(static pair => pair.Value.Number, static pair => pair.Key);
        return [.. Told(trial, ground, number => cases.GetValueOrDefault(number, tree[0].Id), tree[0].SubjectLabel)];
    }

    private IEnumerable<Line> Told(Trial trial, TrialGround ground, Func<int, Guid?> caseOf, string? subject)
    {
        var transcript = new TrialTranscript(ground, samples);
        return
            from fact in trial.Facts
            let process = trial.Cases[fact.Case - 1].Process
            from happened in fact.Events
            where happened is CaseEvent.Started or CaseEvent.TimerFired or CaseEvent.WorkOpened or CaseEvent.ServiceCalled or CaseEvent.Stuck or CaseEvent.Ended
            from line in transcript.Of(fact with { Events = [happened] }, process)
            select new Line(
                fact.At, line.Kind, Words(happened, process) ?? line.Text, caseOf(fact.Case), subject, TrialTranscript.NameOf(process), (happened as CaseEvent.TimerFired)?.NodeId ?? "", happened is CaseEvent.TimerFired);
    }

    /// <summary>As something that is to come; a mail is told so already.</summary>
    private static string? Words(CaseEvent happened, Process process)
    {
        return happened switch
        {
            CaseEvent.Started => $"「{TrialTranscript.NameOf(process)}」が始まります。",
            CaseEvent.TimerFired timer => $"「{Label(timer.NodeId)}」の時刻になります。",
            CaseEvent.WorkOpened work => $"作業「{Label(work.NodeId)}」ができます{(work.Role is { } role ? $"（{Roles.NameOf(role)}）" : "")}。",
            CaseEvent.Stuck stuck => $"「{Label(stuck.NodeId)}」で止まります。{stuck.Reason}",
            CaseEvent.Ended => $"「{TrialTranscript.NameOf(process)}」が終わります。",
            _ => null,
        };

        string Label(string nodeId) => process.Find(nodeId)?.Label ?? nodeId;
    }

    private async Task<IReadOnlyList<Line>> StartsAsync(TrialGround ground, DateTimeOffset now, DateTimeOffset until, OfficeDb db, CancellationToken stop)
    {
        var armed = await db.Timers.AsNoTracking().Where(timer => timer.CaseId == null && timer.State == TimerState.Armed && timer.DueAt <= until).ToListAsync(stop);
        var lines = new List<Line>();
        foreach (var timer in armed)
        {
            var process = await library.ProcessAsync(db, timer.VersionId!.Value, stop);
            var name = TrialTranscript.NameOf(process);
            for (var due = new Due(timer.DueAt, timer.Anchor ?? timer.DueAt, timer.Rule, timer.Ordinal); due is not null && due.At <= until; due = Next(due))
            {
                var at = due.At > now ? due.At : now;
                lines.Add(new Line(at, "時刻", $"「{process.Find(timer.NodeId)?.Label ?? name}」の時刻になります。", CaseId: null, Subject: null, name, timer.NodeId, IsTimer: true));
                var trial = new Trial(ground.World, at);
                trial.Begin(process, Value.Record.Empty, timer.NodeId);
                trial.Tell(new TrialStep.MoveTo(until));
                lines.AddRange(Told(trial, ground, static _ => null, subject: null));
            }
        }

        return lines;

        Due? Next(Due due) => due.Rule.Length > 0 ? due.Next(ground.Calendar, due.At) : null;
    }
}
