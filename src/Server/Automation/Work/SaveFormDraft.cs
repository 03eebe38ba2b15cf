using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>
/// Keeps a half-filled form with the files that came with it, for whoever may do the work. Of what was typed nothing is checked but the files.
/// </summary>
internal static class SaveFormDraft
{
    /// <param name="Typed">As saved: files are ids of documents now.</param>
    internal sealed record Saved(FormTyped Typed, int Revision, DateTimeOffset At);

    /// <param name="revision">Of the draft that the page began with; 0 for none.</param>
    internal static async Task<Outcome<Saved>> HandleAsync(
        WorkAtHand work, FormTyped typed, IReadOnlyList<IFormFile> files, int revision, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if ((WorkRules.MayDo(viewer, work.Item, work.ReservedTo) ?? await WorkAnswers.TakenAsync(db, work.Item.Id, viewer, stop)) is { } no)
        {
            return no;
        }

        var person = work.Context.PersonId;
        var stored = await db.FormDrafts.SingleOrDefaultAsync(row => row.WorkId == work.Item.Id && row.PersonId == person, stop);
        if ((stored?.Revision ?? 0) != revision)
        {
            return Elsewhere(stored);
        }

        var (kept, refusals) = await KeepFilesAsync(work, typed, files, db, stop);
        stored ??= db.FormDrafts.Add(new FormDraft
        {
            OfficeId = work.Item.OfficeId,
            WorkId = work.Item.Id,
            PersonId = person,
            Typed = "",
            SavedAt = work.Context.At,
        }).Entity;
        stored.Typed = DraftText.Write(kept);
        stored.SavedAt = work.Context.At;
        stored.Revision++;
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Elsewhere(await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.WorkId == work.Item.Id && row.PersonId == person, stop));
        }

        return refusals.Count > 0
            ? refusals[0] with { Others = refusals[1..] }
            : new Saved(kept, stored.Revision, stored.SavedAt);
    }

    private static Refusal Elsewhere(FormDraft? stored) => new(
        "draft-elsewhere",
        stored is null
            ? "この下書きは、別の画面で先に片付けられました。入力はこの画面に残っています。"
            : $"別の画面で{JapaneseEra.Short(stored.SavedAt)}に下書きが保存されています。入力はこの画面に残っています。もう一度保存すると、この画面の内容に置き換わります。",
        Kind: RefusalKind.Conflict);

    private static async Task<(FormTyped Typed, List<Refusal> Refusals)> KeepFilesAsync(
        WorkAtHand work, FormTyped typed, IReadOnlyList<IFormFile> files, OfficeDb db, CancellationToken stop)
    {
        var origin = new DocumentOrigin(work.Item.OfficeId, work.File.Subject, work.Item.CaseId, work.Context.PersonId, work.Context.At);
        var refusals = new List<Refusal>();
        foreach (var file in files.Where(file => file.Length > 0 && IsAsked(work.Form, file.Name)))
        {
            switch (await DocumentStore.KeepAsync(db, file, origin, stop))
            {
                case Outcome<Document>.Done done:
                    typed = typed.With(file.Name, done.Value.Id.ToString());
                    db.Note(work.Item.OfficeId, work.Context.At, "work-file-added", $"work:{work.Item.Id}", $"作業「{work.Item.Name}」にファイルを添えた。", work.Item.CaseId);
                    break;
                case Outcome<Document>.Refused no:
                    refusals.Add(no.Refusal);
                    break;
            }
        }

        return (typed, refusals);
    }

    private static bool IsAsked(FormDefinition form, string name)
    {
        var parts = name.Split('.');
        var field = form.Fields.FirstOrDefault(field => string.Equals(field.Key, parts[0], StringComparison.Ordinal));
        return parts.Length == 3
            ? field?.Fields.Any(inner => inner.Type is FieldType.File && string.Equals(inner.Key, parts[2], StringComparison.Ordinal)) == true
            : parts.Length == 1 && field?.Type is FieldType.File;
    }
}
