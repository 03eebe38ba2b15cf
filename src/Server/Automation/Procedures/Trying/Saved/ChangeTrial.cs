using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>Gives a kept trial another name, records knowingly what comes of it now, or takes it out.</summary>
public static class ChangeTrial
{
    public sealed record NameForm(string? Name);

    private static Refusal Unknown => new("trial-unknown", "この試行の記録は見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);

    public static async Task<Outcome<Guid>> RenameAsync(string key, Guid id, NameForm form, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var name = (form.Name ?? "").Trim();
        if (await FindAsync(key, id, db, stop) is not { } saved)
        {
            return Unknown;
        }

        if (await KeepTrial.NameAsync(key, name, id, db, stop) is { } wrong)
        {
            return wrong;
        }

        db.Note(saved.OfficeId, clock.GetUtcNow(), "trial-renamed", $"procedure:{key}", $"試行「{saved.Name}」の名前を「{name}」に変えた。");
        saved.Name = name;
        await db.SaveChangesAsync(stop);
        return id;
    }

    public static async Task<Outcome<Guid>> RecordAsync(
        string key, Guid id, OfficeDb db, CheckDraft check, TryDraft trying, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(key, id, db, stop) is not { } saved)
        {
            return Unknown;
        }

        switch (await KeepTrial.RunAsync(key, new KeepTrial.Form(saved.Name, TrialText.Script(saved.Script)), db, check, trying, stop))
        {
            case Outcome<IReadOnlyList<Landmark>>.Refused no:
                return no.Refusal with { Reason = $"いまの下書きでは、試行「{saved.Name}」を最後まで行えません。{no.Refusal.Reason}試行を消して、新しく残してください。" };
            case Outcome<IReadOnlyList<Landmark>>.Done done:
                (saved.Expected, saved.RecordedAt, saved.RecordedBy) = (TrialText.Write(done.Value), clock.GetUtcNow(), (db.Scope as Scope.Person)?.PersonId);
                db.Note(saved.OfficeId, saved.RecordedAt, "trial-recorded-again", $"procedure:{key}", $"試行「{saved.Name}」の結果を、いまの下書きで記録し直した。");
                await db.SaveChangesAsync(stop);
                return id;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static async Task<Outcome<Guid>> DropAsync(string key, Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(key, id, db, stop) is not { } saved)
        {
            return Unknown;
        }

        db.SavedTrials.Remove(saved);
        db.Note(saved.OfficeId, clock.GetUtcNow(), "trial-dropped", $"procedure:{key}", $"試行「{saved.Name}」の記録を消した。");
        await db.SaveChangesAsync(stop);
        return id;
    }

    internal static Task<SavedTrial?> FindAsync(string key, Guid id, OfficeDb db, CancellationToken stop) =>
        db.SavedTrials.SingleOrDefaultAsync(row => row.Key == key && row.Id == id, stop);
}
