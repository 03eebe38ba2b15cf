using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>Sends one mail to the person who asks, by the settings as they are kept, and says what came of it.</summary>
public static class TestMail
{
    private const string Subject = "メールの設定の試験";
    private const string Text = "このメールが届いていれば、業務のサーバーからメールを送れます。返事はいりません。\n";

    public sealed record Report(bool IsSent, string Words);

    internal static async Task<Report> HandleAsync(Viewer viewer, OfficeDb db, OfficeMail mail, Postbox postbox, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(row => row.Id == viewer.OfficeId, stop);
        var address = await db.People.Where(row => row.Id == viewer.PersonId).Select(static row => row.Mail).SingleAsync(stop);
        if (postbox.SenderOf(office) is not { } sender)
        {
            return new Report(IsSent: false, "差出人のアドレスがありません。「差出人のアドレス」か、事業所の設定の「メールアドレス」を入力してください。");
        }

        if (Mailbox.Of(viewer.Name, address) is not { } to)
        {
            return new Report(IsSent: false, "あなたのメールアドレスが登録されていないため、送り先がありません。");
        }

        var draft = new MailDraft(Guid.CreateVersion7(), sender, to, Subject, Text, $"<!doctype html><html lang=\"ja\"><p>{Text.Trim()}</p></html>", clock.GetUtcNow());
        var transport = await mail.OfAsync(db, viewer.OfficeId, stop);
        return Of(await transport.SendAsync(MimeText.Compose(draft), static _ => Task.CompletedTask, stop), transport.Leaves, address);
    }

    private static Report Of(MailAnswer answer, bool leaves, string address) => answer switch
    {
        MailAnswer.Accepted when leaves => new(IsSent: true, $"{address} あてに送りました。数分待って、届いたか（迷惑メールに入っていないか）を確かめてください。"),
        MailAnswer.Accepted => new(IsSent: true, "いまはメールを外に送らない設定なので、サーバーのファイル（data/mail）に書きました。"),
        MailAnswer.Later later => new(IsSent: false, $"送れませんでした。{later.Reason}"),
        MailAnswer.Refused refused => new(IsSent: false, $"メールサーバーが受け取りませんでした。{refused.Reason}"),
        MailAnswer.MaybeAccepted maybe => new(IsSent: false, $"送り終えたところで答えが途切れたため、届いたかどうか分かりません。届いていなければ、もう一度試してください。{maybe.Reason}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
