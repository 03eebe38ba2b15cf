using System.Globalization;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>A meeting as calendars know it: it names no client, and each message names its recipient alone.</summary>
internal static class MeetingInvitations
{
    /// <summary>Key of the wording.</summary>
    public const string Template = "meeting-invitation";

    private const string Summary = "サービス担当者会議";

    /// <returns>Null where the office itself is the recipient: an organizer invites nobody else under its own address.</returns>
    public static Invitation? Of(Meeting meeting, Mailbox? organizer, Attendee attendee, DateTimeOffset at) =>
        organizer is null || organizer.Reaches(attendee.Mailbox.Address) || meeting.Chosen is not { } chosen
            ? null
            : new Invitation
            {
                Uid = $"{meeting.Id:n}@{organizer.Address[(organizer.Address.LastIndexOf('@') + 1)..]}",
                Sequence = meeting.Sequence,
                StampedAt = at,
                When = new Occasion.Hours(chosen.StartsAt, chosen.EndsAt),
                Summary = Summary,
                Place = chosen.Place,
                Description = meeting.OnlineAddress is { } online ? $"オンラインで参加: {online}" : "",
                Organizer = organizer,
                Attendees = [attendee],
                Recipient = attendee.Mailbox,
                HidesOthers = true,
            };

    /// <summary>The meeting that a calendar names; null for any other event.</summary>
    public static Guid? MeetingIn(string uid) =>
        Guid.TryParseExact(uid.Split('@')[0], "n", out var id) ? id : null;

    /// <summary>What one recipient is told about a meeting has an order: the number is the sequence of the meeting then.</summary>
    /// <param name="recipientId">The participant, or the host.</param>
    public static string OrderKey(Meeting meeting, Guid recipientId) => string.Create(CultureInfo.InvariantCulture, $"meeting:{meeting.Id:n}:{recipientId:n}");

    /// <returns>Null for the order of anything else. The recipient is null where only the address was kept.</returns>
    public static (Guid MeetingId, Guid? RecipientId)? InOrder(string? orderKey) =>
        orderKey?.Split(':', 3) is ["meeting", var meeting, var recipient] && Guid.TryParseExact(meeting, "n", out var id)
            ? (id, Guid.TryParseExact(recipient, "n", out var recipientId) ? recipientId : null)
            : null;

    /// <summary>What mails about the chosen date are filled with.</summary>
    public static Value.Record Words(Meeting meeting)
    {
        var chosen = meeting.Chosen!;

        return Value.Record.Empty
            .With("date", Value.Of(JapaneseEra.DayInTokyo(chosen.StartsAt)))
            .With("from", Value.Of(MeetingWords.Clock(chosen.StartsAt)))
            .With("to", Value.Of(MeetingWords.Clock(chosen.EndsAt)))
            .With("place", Value.Of(chosen.Place))
            .With("online", meeting.OnlineAddress is { } address ? Value.Of(address) : Value.None);
    }
}
