using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>A changed wording becomes the next version; what was sent keeps the one it was sent with.</summary>
public static class SaveTemplate
{
    /// <summary>The model to show again (wrong, or a preview was asked for), or null when it is saved.</summary>
    /// <param name="personName">Who writes.</param>
    public static async Task<ShowTemplate.Model?> HandleAsync(
        ShowTemplate.Model shown, Form form, string personName, OfficeDb db, TryTemplate trying, TimeProvider clock, CancellationToken stop)
    {
        var wording = new MailWording(form.Subject?.Trim() ?? "", (form.Body ?? "").ReplaceLineEndings("\n").Trim('\n') + "\n");
        var findings = FillIn.Findings(wording, shown.Known).ToList();

        if (findings.Count > 0)
        {
            return shown with { Typed = form, Refusals = findings };
        }

        var now = clock.GetUtcNow();
        if (form.IsTrial)
        {
            var preview = await trying.FillAsync(wording, shown.Newest, form.Case, db, now, stop);
            var told = form.IsTest && preview is not null ? await trying.SendToWriterAsync(preview, personName, db, now, stop) : null;
            return shown with { Typed = form, Preview = preview, Told = told };
        }

        return await SaveAsync(shown, form, wording, db, now, stop);
    }

    private static async Task<ShowTemplate.Model?> SaveAsync(ShowTemplate.Model shown, Form form, MailWording wording, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (form.Version != shown.Newest.Version)
        {
            return shown with { Typed = form with { Version = shown.Newest.Version }, Refusals = [Overtaken] };
        }

        var current = await OfficeWordings.CurrentAsync(db, shown.Newest.OfficeId, shown.Newest.Key, now, stop) ?? shown.Newest;
        var next = db.MailTemplates.Add(OfficeWordings.After(current, wording, now, (db.Scope as Scope.Person)?.PersonId)).Entity;
        db.Note(next.OfficeId, now, "mail-template-changed", $"mail-template:{next.Key}", $"メールの文面「{next.Key}」の第{next.Version}版を保存しました。");

        try
        {
            await db.SaveChangesAsync(stop);
            return null;
        }
        catch (DbUpdateException)
        {
            // The next version's number is taken: someone saved at the same moment.
            return shown with { Typed = form, Refusals = [Overtaken] };
        }
    }

    private static Refusal Overtaken => new(
        "mail-template-overtaken", "ほかの人が先に文面を変えました。下の「これまでの版」で新しい文面を確かめてから、もう一度保存してください。", Kind: RefusalKind.Conflict);

    /// <param name="Version">The version that was changed.</param>
    public sealed record Form(string? Subject, string? Body, int Version)
    {
        /// <summary><c>preview</c> shows what it would look like, <c>test</c> also sends it to who writes; anything else saves.</summary>
        public string? Act { get; init; }

        /// <summary>The case to try it on; null for examples.</summary>
        public Guid? Case { get; init; }

        public bool IsTest => string.Equals(Act, "test", StringComparison.Ordinal);

        public bool IsTrial => IsTest || string.Equals(Act, "preview", StringComparison.Ordinal);
    }
}
