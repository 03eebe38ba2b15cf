using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>After the mail server was away for long: all mails that failed are tried once more.</summary>
internal static class SendFailedAgain
{
    private const int Most = 500;

    /// <returns>How many.</returns>
    public static async Task<int> HandleAsync(OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var failed = await db.Mails.Where(static mail => mail.State == MailState.Failed).OrderBy(static mail => mail.WrittenAt).Take(Most).ToListAsync(stop);
        foreach (var mail in failed)
        {
            mail.State = MailState.Waiting;
            db.Outbox.Add(Postbox.Entry(mail, now));
            db.Note(mail.OfficeId, now, "mail-sent-again", $"mail:{mail.Id}", "送れなかったメールを、まとめてもう一度送ることにした。", mail.CaseId);
        }

        try
        {
            await db.SaveChangesAsync(stop);
            return failed.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another did the same at the same moment, or sent one of them by itself.
            return 0;
        }
    }

    public static Confirmation Ask(int count) => new(
        "送れなかったメールをまとめて送り直す",
        $"送れなかったメール{Math.Min(count, Most)}通を、もう一度送りますか。",
        ["アドレスが違うために断られたメールは、また断られます。それらは、アドレスを直して1通ずつ送ってください。", "用がなくなったメール(返事が届いた、案件が中止されたなど)は送りません。"],
        "/mail/failed/sending",
        "まとめて送り直す",
        "/mail?state=Failed")
    {
        Here = "/mail",
    };
}
