using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Ladders;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>
/// Changed numbers become the next version of the procedure, which says in its note what changed. A draft that somebody is drawing gets
/// the same numbers, or its publication would take them back.
/// </summary>
public sealed class ChangeLadders(CheckDraft check, RunTrials trials, Publishing publishing, TimeProvider clock)
{
    /// <param name="version">The version whose ladders were shown.</param>
    /// <param name="typed">The fields of the form, by name.</param>
    public async Task<Outcome<ProcedureVersion>> HandleAsync(string key, int version, IReadOnlyDictionary<string, string> typed, OfficeDb db, CancellationToken stop) =>
        await LadderChange.ReadAsync(key, version, typed, db, stop) switch
        {
            Outcome<LadderChange>.Done done => await PublishAsync(done.Value, db, stop),
            Outcome<LadderChange>.Refused no => no.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Outcome<ProcedureVersion>> PublishAsync(LadderChange change, OfficeDb db, CancellationToken stop)
    {
        var last = change.Last;
        if (await PublishVersion.NeedsApprovalAsync(last.OfficeId, db, stop))
        {
            return new Refusal("approval-needed", "この事業所では、公開する前にもう一人の承認が要ります。「下書きに入れる」を押し、続けて出る公開のページで承認を求めてください。");
        }

        var checkedText = await check.HandleAsync(last.Key, change.Source, db, stop);
        if (checkedText.Refusal is { } refusal)
        {
            return refusal;
        }

        if ((await trials.AddAsync(checkedText, db, stop)).Refusal is { } otherwise)
        {
            return otherwise with { Reason = $"{otherwise.Reason}「下書きに入れる」を押すと、新しい数字で試して、記録し直してから公開できます。" };
        }

        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        var note = LadderDifference.Words(change.Ladders, change.Rungs, Roles.NameOf);
        var publication = new Publication(last.OfficeId, change.Source, note, PublishVersion.FirstDay(last.StartsOn, today), (db.Scope as Scope.Person)?.PersonId);
        var next = await publishing.AddAsync(db, publication, checkedText.Process!, stop);
        await FollowAsync(last, change.Rungs, next.Number, db, stop);
        try
        {
            await Publishing.SaveAsync(db, [next], stop);
            return next;
        }
        catch (DbUpdateException)
        {
            return LadderChange.Overtaken;
        }
    }

    /// <summary>A draft that was older than the last version stays so: who publishes it is still told what it would take back.</summary>
    private static async Task FollowAsync(ProcedureVersion last, IReadOnlyCollection<Rung> changed, int number, OfficeDb db, CancellationToken stop)
    {
        if (await db.ProcedureDrafts.SingleOrDefaultAsync(row => row.Key == last.Key, stop) is { } draft && LadderText.Change(draft.Source, changed) is { } source)
        {
            (draft.Source, draft.BasedOn) = (source, draft.BasedOn == last.Number ? number : draft.BasedOn);
            draft.Revision++;
        }
    }
}
