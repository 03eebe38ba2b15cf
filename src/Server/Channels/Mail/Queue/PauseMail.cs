using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>Stops all mail of the office, also what is claimed at this moment and not yet handed over, and lets it go on.</summary>
internal static class PauseMail
{
    private const int LongestReason = 200;

    public sealed record Form(string? Reason);

    /// <param name="personName">Who stops it, for all to read.</param>
    /// <returns>Null when it is stopped, by whomever.</returns>
    public static async Task<Refusal?> HandleAsync(Form form, string personName, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person stops the mail.");
        if (form.Reason?.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            return new Refusal("reason-missing", $"なぜ止めるのかを、{LongestReason}字までで入力してください。ほかの人がこの理由を読みます。", "reason");
        }

        if (await db.MailPauses.AnyAsync(stop))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        db.MailPauses.Add(new MailPause { OfficeId = person.OfficeId, PausedAt = now, PausedBy = person.PersonId, PausedByName = personName, Reason = reason });
        db.Note(person.OfficeId, now, "mail-paused", "mail", "メールの送信をすべて止めた。");
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another stopped it at the same moment.
        }

        return null;
    }

    public static async Task ResumeAsync(OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person lets the mail go on.");
        try
        {
            await db.InTransactionAsync(inner => LetGoOnAsync(person.OfficeId, clock.GetUtcNow(), db, inner), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another let it go on at the same moment.
        }
    }

    private static async Task<int> LetGoOnAsync(Guid officeId, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        if (await db.MailPauses.SingleOrDefaultAsync(stop) is not { } pause)
        {
            return 0;
        }

        db.MailPauses.Remove(pause);
        db.Note(officeId, now, "mail-resumed", "mail", "メールの送信を再開した。");
        await db.SaveChangesAsync(stop);
        return await HeldMailSource.FreeAsync(db.Outbox.Where(entry => entry.OfficeId == officeId), stop);
    }

    public static Confirmation Ask(string? reason, IReadOnlyList<Refusal> refusals) => new(
        "メールの送信をすべて止める",
        "この事業所から出るメールを、再開するまで1通も送らないようにしますか。",
        ["案件はそのまま進みます。その間に書かれたメールは送信待ちに並び、再開すると送られます。", "パスワードの再設定のメールも止まります。"],
        "/mail/pause",
        "すべて止める",
        "/mail")
    {
        Here = "/mail",
        ReasonLabel = "止める理由",
        Reason = reason,
        Refusals = refusals,
    };
}
