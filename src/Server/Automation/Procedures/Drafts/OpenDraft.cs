using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>What the designer opens: the draft, or the version published last where nobody has begun one.</summary>
public static class OpenDraft
{
    /// <param name="Revision">0 where there is no draft yet.</param>
    /// <param name="Locked">Ids of statutory steps.</param>
    public sealed record Model(
        string Key, string Name, string Source, int Revision, int BasedOn, DateTimeOffset? SavedAt, string SavedBy, DraftCheck Check, IReadOnlyList<string> Locked);

    public static async Task<Outcome<Model>> HandleAsync(string key, OfficeDb db, CheckDraft check, CancellationToken stop)
    {
        var draft = await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop);
        var last = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.Number).FirstOrDefaultAsync(stop);
        if (draft is null && last is null)
        {
            return new Refusal("procedure-unknown", "この手続きは見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);
        }

        var source = draft?.Source ?? last!.Source;
        var name = await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        var by = draft?.ChangedBy is { } person
            ? await db.People.Where(row => row.Id == person).Select(static row => row.Name).SingleOrDefaultAsync(stop)
            : null;
        return new Model(
            key,
            name ?? key,
            source,
            draft?.Revision ?? 0,
            draft?.BasedOn ?? last?.Number ?? 0,
            draft?.ChangedAt ?? last?.PublishedAt,
            by ?? "別の人",
            await check.HandleAsync(key, source, db, stop),
            check.Locked(key));
    }
}
