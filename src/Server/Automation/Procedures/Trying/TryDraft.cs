using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>Runs a draft by its script on a clock of its own (試行). Reads the office, writes and sends nothing.</summary>
public sealed class TryDraft(
    CheckDraft check, ProcedureLibrary library, OfficeCalendars calendars, TrialMoves moves, TrialSamples samples, TimeProvider clock)
{
    /// <summary>A trial that was run.</summary>
    /// <param name="RefusedAt">Place of the move that could not be made, from 0; those behind it were not tried.</param>
    public sealed record Tried(TrialGround Ground, Trial Trial, int? RefusedAt, Refusal? Refusal);

    public async Task<Outcome<Tried>> HandleAsync(string key, string source, TrialScript? script, OfficeDb db, CancellationToken stop)
    {
        if (script is null)
        {
            return Unreadable;
        }

        var found = await check.HandleAsync(key, source, db, stop);
        return found.Process is not { } process || found.HasErrors
            ? new Refusal("trial-has-errors", "指摘の「直すところ」が残っている間は試せません。直してからもう一度試してください。")
            : Run(await GroundAsync(process, db, stop), script);
    }

    /// <summary>Runs on ground that was read before: the same script gives the same facts.</summary>
    public Outcome<Tried> Run(TrialGround ground, TrialScript script)
    {
        if (At(script.At) is not { } at)
        {
            return Unreadable;
        }

        if (script.IsTooLong)
        {
            return new Refusal("trial-too-long", string.Create(CultureInfo.InvariantCulture, $"一つの試行でできることは{TrialScript.MostMoves}回までです。新しい試行を始めてください。"));
        }

        var trial = new Trial(ground.World with { HoldsServices = script.HoldsServices }, at);
        if (Begin(trial, ground, script) is { } no)
        {
            return no;
        }

        foreach (var (place, move) in script.All.Index())
        {
            if (moves.Make(trial, ground, move) is { } refusal)
            {
                return new Tried(ground, trial, place, refusal);
            }
        }

        return new Tried(ground, trial, RefusedAt: null, Refusal: null);
    }

    /// <summary>The office as it is; null where nothing has been published.</summary>
    public async Task<TrialGround?> OfficeAsync(OfficeDb db, CancellationToken stop)
    {
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        var first = await db.ProcedureVersions.Where(version => version.StartsOn <= today).OrderBy(static version => version.Key).ThenByDescending(static version => version.Number).FirstOrDefaultAsync(stop);
        return first is null ? null : await GroundAsync(await library.ProcessAsync(db, first.Id, stop), db, stop);
    }

    /// <summary>The procedures that new cases use today, the draft in the place of its own; and what every trial of it needs to know.</summary>
    public async Task<TrialGround> GroundAsync(Process draft, OfficeDb db, CancellationToken stop)
    {
        var office = db.Scope.Office ?? throw new InvalidOperationException("A trial belongs to an office.");
        var now = clock.GetUtcNow();
        var today = CivilTime.DayOf(now, WorkCalendar.Tokyo);
        var published = new List<Process> { draft };
        foreach (var key in await db.Procedures.OrderBy(static row => row.Key).Select(static row => row.Key).ToListAsync(stop))
        {
            if (!string.Equals(key, draft.Id, StringComparison.Ordinal) && await ProcedureLibrary.CurrentAsync(db, office, key, today, stop) is { } version)
            {
                published.Add(await library.ProcessAsync(db, version.Id, stop));
            }
        }

        var bound = await BoundAsync(published, office, db, stop);
        var world = new TrialWorld(await calendars.OfAsync(db, office, stop), [.. published])
        {
            Patience = MessageEffects.Patience,
            Results = call => samples.Result(call.Type, call.Inputs),
            Version = (key, number) => bound.GetValueOrDefault((key, number)),
        };
        var wordings = await OfficeWordings.AllAsync(db, office, now, stop);
        return new TrialGround(
            draft, world, await WorkDesk.PeopleAsync(db, stop), wordings.ToDictionary(static wording => wording.Key, static wording => wording.Subject, StringComparer.Ordinal));
    }

    private async Task<ImmutableDictionary<(string, int), Process>> BoundAsync(List<Process> published, Guid office, OfficeDb db, CancellationToken stop)
    {
        var bound = ImmutableDictionary.CreateBuilder<(string, int), Process>();
        foreach (var call in published.SelectMany(static process => process.Calls).Where(static call => call.Version is not null))
        {
            if (await ProcedureLibrary.NumberAsync(db, office, call.Procedure, call.Version!.Value, stop) is { } version)
            {
                bound[(call.Procedure, version.Number)] = await library.ProcessAsync(db, version.Id, stop);
            }
        }

        return bound.ToImmutable();
    }

    private Refusal? Begin(Trial trial, TrialGround ground, TrialScript script) => TrialMoves.Read(script.Values) switch
    {
        Outcome<Value.Record>.Refused no => no.Refusal,
        Outcome<Value.Record>.Done values => trial.Begin(ground.Process, samples.Start.With(values.Value), script.StartNode) is { } refused
            ? new Refusal(refused.Code, refused.Reason)
            : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Refusal Unreadable => new("trial-start-unreadable", "試行を始める日時を選び直してください。", nameof(TrialScript.At));

    private static DateTimeOffset? At(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1990 and < 2200
            ? new DateTimeOffset(local, WorkCalendar.Tokyo.GetUtcOffset(local))
            : null;
}
