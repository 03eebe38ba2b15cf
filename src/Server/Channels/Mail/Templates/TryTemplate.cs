using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Shows a wording filled in with a real case, and sends it to the person who writes it. A link in it is an example always.</summary>
public sealed class TryTemplate(TemplateScene scene, Postbox postbox, OfficeMail offices)
{
    private const string Mark = "【試し】";

    /// <returns>Null when the wording cannot be filled in.</returns>
    public async Task<MailText?> FillAsync(MailWording wording, MailTemplate template, Guid? caseId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleOrDefaultAsync(office => office.Id == template.OfficeId, stop);
        var data = caseId is { } id && office is not null && await scene.DataAsync(db, id, template.Key, at, stop) is { } ofCase
            ? Postbox.Fill(new MailOrder(office.Id, template.Key, RecipientOf(ofCase), Address: null, ofCase), office, at)
            : Value.Record.Empty;

        return Examples.Fill(wording, data);
    }

    /// <returns>A sentence: what came of it.</returns>
    public async Task<string> SendToWriterAsync(MailText text, string personName, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person tries a wording.");
        var office = await db.Offices.AsNoTracking().SingleAsync(office => office.Id == person.OfficeId, stop);
        var address = await scene.AddressOfAsync(db, person.PersonId, stop);
        if (postbox.SenderOf(office) is not { } sender || Mailbox.Of(personName, address) is not { } to)
        {
            return "差出人か、あなたのメールアドレスが登録されていないため、試しに送れません。設定を確かめてください。";
        }

        var draft = new MailDraft(Guid.CreateVersion7(at), sender, to, Mark + text.Subject, text.Text, text.Html, at);
        var transport = await offices.OfAsync(db, office.Id, stop);

        return await transport.SendAsync(MimeText.Compose(draft), static _ => Task.CompletedTask, stop) switch
        {
            MailAnswer.Accepted when transport.Leaves => $"{address} あてに試しのメールを送りました。届いたメールで見え方を確かめてください。",
            MailAnswer.Accepted => "いまはメールを外に送らない設定なので、試しのメールをサーバーのファイル(data/mail)に書きました。",
            MailAnswer.Later later => $"試しのメールを送れませんでした。{later.Reason}",
            MailAnswer.Refused refused => $"試しのメールを送れませんでした。{refused.Reason}",
            MailAnswer.MaybeAccepted maybe => $"試しのメールが届いたかどうか分かりません。{maybe.Reason}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string RecipientOf(Value.Record data) => data["name"] is Value.Text name ? name.Content : "【name】";
}
