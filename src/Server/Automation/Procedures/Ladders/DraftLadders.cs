using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Ladders;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>Changed numbers go into the draft, to be tried, looked at by others and published with whatever else is in it.</summary>
internal static class DraftLadders
{
    public static async Task<Outcome<SaveDraft.Saved>> HandleAsync(
        string key, int version, IReadOnlyDictionary<string, string> typed, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        switch (await LadderChange.ReadAsync(key, version, typed, db, stop))
        {
            case Outcome<LadderChange>.Refused no:
                return no.Refusal;
            case Outcome<LadderChange>.Done { Value: var change }:
                var draft = await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop);
                var source = draft is null ? change.Source : LadderText.Change(draft.Source, change.Rungs);
                return source is null
                    ? new Refusal("draft-too-different", "いまの下書きは図が変わっていて、この数字を入れられません。下書きの図の画面で、タイマーを直してください。")
                    : await SaveDraft.HandleAsync(key, new SaveDraft.Form(source, draft?.Revision ?? 0, draft?.BasedOn ?? version), db, check, clock, stop);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
