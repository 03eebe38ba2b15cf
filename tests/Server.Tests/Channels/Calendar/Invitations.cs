using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

/// <summary>The meeting of the tests, 20 February 2026 from 10:00 to 11:30 in Tokyo, and its people.</summary>
internal static class Invitations
{
    public static DateTimeOffset Now { get; } = new(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(9));

    public static Mailbox Office { get; } = Mailbox.Of("相談支援事業所S", "office@s.example.jp")!;

    public static Mailbox Host { get; } = Mailbox.Of("専門員X", "x@s.example.jp")!;

    public static Mailbox Volunteer { get; } = Mailbox.Of("民生委員N", "n@example.jp")!;

    public static Mailbox Manager { get; } = Mailbox.Of("サービス管理責任者P", "p@p.example.jp")!;

    public static Invitation Meeting { get; } = new()
    {
        Uid = "meeting-1@s.example.jp",
        Sequence = 0,
        StampedAt = Now,
        When = new Occasion.Hours(new(2026, 2, 20, 10, 0, 0, TimeSpan.FromHours(9)), new(2026, 2, 20, 11, 30, 0, TimeSpan.FromHours(9))),
        Summary = "サービス担当者会議",
        Description = "持ち物: なし\n駐車場あり",
        Place = "M市福祉会館, 2階; 会議室",
        Organizer = Office,
        Attendees = [new(Host, IsHost: true), new(Volunteer), new(Manager)],
        Recipient = Volunteer,
    };
}
