using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Tests.Channels.Calendar;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

/// <summary>A mail of the tests.</summary>
internal static class Drafts
{
    public static Func<CancellationToken, Task> Unmarked { get; } = static _ => Task.CompletedTask;

    public static MailDraft Poll { get; } = new(
        new Guid("01990000-0000-7000-8000-000000000001"),
        Invitations.Office,
        Invitations.Volunteer,
        "サービス担当者会議の日程についてお尋ねします(ご都合のよい日をお選びください)",
        "民生委員N 様\n\n.\n..二つの点で始まる行\nhttps://office.example.jp/g/abc\n",
        "<!DOCTYPE html><p>民生委員N 様</p>",
        Invitations.Now);
}
