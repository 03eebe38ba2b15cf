using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>Where a mail is put by whoever causes it: written now, in the caller's commit, and sent after it.</summary>
public sealed class Postbox(MailSettings settings, MailGate gate, IEnumerable<ContactWays> ways)
{
    /// <summary>Kind of the outbox entries.</summary>
    public const string Kind = "mail";

    public static IReadOnlyList<string> CommonNames { get; } = ["name", "office", "officePhone", "officeAddress", "officeMail", "today"];

    /// <summary>Adds the mail and its outbox entry to the context; the caller saves.</summary>
    /// <returns>The mail as it will be sent, or why it cannot be written (no such wording, a name without a value).</returns>
    public async Task<Outcome<SentMail>> PutAsync(OfficeDb db, MailOrder order, DateTimeOffset at, CancellationToken stop)
    {
        var office = await db.Offices.SingleAsync(office => office.Id == order.OfficeId, stop);

        if (SenderOf(office) is not { } sender)
        {
            return new Refusal("mail-sender-missing", "事業所のメールアドレスが設定されていません。設定のページで入力してください。");
        }

        var template = order.Wording is null ? await OfficeWordings.CurrentAsync(db, office.Id, order.Template, at, stop) : null;
        if ((order.Wording ?? template?.Wording) is not { } wording)
        {
            return new Refusal("mail-template-unknown", $"メールの文面「{order.Template}」がありません。手続きの設定を直してください。");
        }

        var preference = await PreferenceAsync(db, order, stop);
        var leavesAt = order.IsPrompt ? at : await gate.OpeningAsync(db, office.Id, order.NotBefore ?? at, stop);
        return FillIn.Of(wording, Fill(order, office, at)) switch
        {
            Outcome<MailText>.Done done => Put(db, Write(order, template?.Version ?? 0, sender, done.Value, preference, at), leavesAt),
            Outcome<MailText>.Refused no => no.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Who an office's mail is from, and so the organizer of its calendar messages; null while the office has no address.</summary>
    public Mailbox? SenderOf(OfficeFile office) => Mailbox.Of(office.Name, office.MailFrom is { Length: > 0 } own ? own : settings.From ?? office.Mail);

    /// <summary>What every mail may use beside what its order brings; <see cref="CommonNames"/> are its names.</summary>
    internal static Value.Record Fill(MailOrder order, OfficeFile office, DateTimeOffset at) =>
        order.Data
            .With("name", Value.Of(order.RecipientName))
            .With("office", Value.Of(office.Name))
            .With("officePhone", Value.Of(office.Phone))
            .With("officeAddress", Value.Of(office.Address))
            .With("officeMail", Value.Of(office.Mail))
            .With("today", Value.Of(JapaneseEra.DayInTokyo(at)));

    /// <summary>What the outbox entries of a mail are about.</summary>
    internal static string AboutOf(Guid mailId) => $"mail:{mailId:n}";

    /// <param name="at">Not before this moment.</param>
    internal static OutboxEntry Entry(SentMail mail, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = mail.OfficeId,
        Kind = Kind,
        CaseId = mail.CaseId,
        About = AboutOf(mail.Id),
        Payload = mail.Id.ToString(),
        OrderKey = mail.OrderKey,
        OrderNumber = mail.OrderNumber,
        WrittenAt = mail.WrittenAt,
        DueAt = at,
    };

    /// <summary>What somebody sits and waits for goes by mail, whatever they want else.</summary>
    private async Task<Preference?> PreferenceAsync(OfficeDb db, MailOrder order, CancellationToken stop)
    {
        if (order.IsPrompt || order.IsDigest)
        {
            return null;
        }

        foreach (var known in ways)
        {
            if (await known.OfAsync(db, order.OfficeId, order.RecipientName, order.Address?.Trim(), stop) is { } preference)
            {
                return preference;
            }
        }

        return null;
    }

    private static MailState StateOf(bool isReachable, MailOrder order, Preference? preference) => preference switch
    {
        { Way: not ContactWay.Mail } => MailState.ToHand,
        { WantsDigest: true } when isReachable && order.Invitation is null => MailState.Collected,
        _ => isReachable ? MailState.Waiting : MailState.NoAddress,
    };

    private static SentMail Put(OfficeDb db, SentMail mail, DateTimeOffset leavesAt)
    {
        db.Mails.Add(mail);

        if (mail.State is MailState.Waiting)
        {
            db.Outbox.Add(Entry(mail, leavesAt));
        }

        return mail;
    }

    private static SentMail Write(MailOrder order, int version, Mailbox sender, MailText text, Preference? preference, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7();
        var isReachable = Mailbox.Of(order.RecipientName, order.Address) is not null;
        var calendar = isReachable && order.Invitation is { } invitation ? CalendarPart.Of(invitation) : null;

        return new SentMail
        {
            Id = id,
            OfficeId = order.OfficeId,
            CaseId = order.CaseId,
            UntilNodeId = order.UntilNodeId,
            OrderKey = order.OrderKey,
            OrderNumber = order.OrderNumber,
            Template = order.Template,
            TemplateVersion = version,
            SenderName = sender.Name,
            SenderAddress = sender.Address,
            RecipientName = order.RecipientName,
            Address = string.IsNullOrWhiteSpace(order.Address) ? null : order.Address.Trim(),
            Subject = text.Subject,
            Text = GuestToken.Mask(text.Text),
            Html = GuestToken.Mask(text.Html),
            CalendarMethod = calendar?.Method,
            CalendarText = calendar?.Text,
            MessageId = MailDraft.MessageIdOf(id, sender),
            IsPrompt = order.IsPrompt,
            WrittenAt = at,
            Way = preference?.Way ?? ContactWay.Mail,
            Number = preference?.Number,
            State = StateOf(isReachable, order, preference),
        };
    }
}
