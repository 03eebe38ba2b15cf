using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>
/// The mail that carries the link to the minutes: to everybody with an address whom the client agreed to show them to. The client, and who has
/// no address, get them by hand; nobody whose invitation was taken back. Adds to the context; the caller saves.
/// </summary>
internal sealed class MinutesMail(RoomLinks room, Postbox postbox)
{
    public async Task<Outcome<IReadOnlyList<Participant>>> SendAsync(OfficeDb db, Meeting meeting, string template, DateTimeOffset at, CancellationToken stop)
    {
        var told = new List<Participant>();
        var mails = await PresentMails.OfAsync(db, meeting.Participants, stop);
        foreach (var participant in meeting.Participants.Where(static one => one is { Kind: not ParticipantKind.Client, IsTakenOff: false }).OrderBy(static one => one.Place))
        {
            if (mails.Of(participant) is not { } address || !await Circle.MaySeeAsync(db, meeting, participant, at, stop))
            {
                continue;
            }

            var words = Value.Record.Empty.With("link", Value.Of(await room.OfAsync(db, meeting, participant, at, stop)));
            var order = new MailOrder(meeting.OfficeId, template, participant.Name, address, words) { CaseId = meeting.CaseId };
            if (await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Refused no)
            {
                return no.Refusal;
            }

            told.Add(participant);
        }

        return told;
    }
}
