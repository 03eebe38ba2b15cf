using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Replies;

/// <summary>
/// Someone else's calendar program (Python's email and icalendar) is invited, told of a move and of the end, each by the very mail that left, and answers: what it
/// makes of our mails, and we of its answers.
/// </summary>
public abstract class OtherCalendarTests(RunningOffice office)
{
    /// <summary>What it reads in a mail: the event, and whether mail and calendar say the same.</summary>
    private const string Reading = """
        import sys, email, email.policy, icalendar
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        part = next(p for p in mail.walk() if p.get_content_type() == 'text/calendar')
        calendar = icalendar.Calendar.from_ical(part.get_content())
        event = next(iter(calendar.walk('VEVENT')))
        assert not mail.defects and not event.errors, (mail.defects, event.errors)
        assert part.get_param('method') == calendar['METHOD'], part['Content-Type']
        assert str(event['ORGANIZER']) == 'mailto:' + mail['From'].addresses[0].addr_spec
        assert str(event['ATTENDEE']) == 'mailto:' + mail['To'].addresses[0].addr_spec
        print(calendar['METHOD'], event['UID'], event['SEQUENCE'], event.get('STATUS', 'none'), event['DTSTART'].dt.isoformat(), event['ATTENDEE'].params['PARTSTAT'])
        """;

    /// <summary>The mail in which it answers one of ours with the word in the place of @@.</summary>
    private const string Answering = """
        import sys, datetime, email, email.policy, icalendar
        from email.message import EmailMessage
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        part = next(p for p in mail.walk() if p.get_content_type() == 'text/calendar')
        event = next(iter(icalendar.Calendar.from_ical(part.get_content()).walk('VEVENT')))
        reply = icalendar.Calendar()
        reply.add('PRODID', '-//icalendar//python//')
        reply.add('VERSION', '2.0')
        reply.add('METHOD', 'REPLY')
        answer = icalendar.Event()
        for name in ('UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'ORGANIZER'):
            answer[name] = event[name]
        answer.add('DTSTAMP', event['DTSTAMP'].dt + datetime.timedelta(minutes=30))
        attendee = icalendar.vCalAddress(str(event['ATTENDEE']))
        attendee.params['CN'] = event['ATTENDEE'].params['CN']
        attendee.params['PARTSTAT'] = icalendar.vText('@@')
        answer.add('ATTENDEE', attendee)
        answer.add('COMMENT', '髙﨑𠮷、通院のため')
        reply.add_component(answer)
        back = EmailMessage(policy=email.policy.SMTP)
        back['From'], back['To'], back['Subject'] = mail['To'], mail['From'], '返事: ' + mail['Subject']
        back['Message-ID'] = '<' + event['UID'] + '-' + str(event['SEQUENCE']) + '-@@>'
        back.set_content('返事です。')
        back.add_alternative(reply.to_ical().decode(), subtype='calendar', params={'method': 'REPLY'})
        sys.stdout.buffer.write(back.as_bytes())
        """;

    [Fact]
    public async Task F10_It_reads_the_invitation_the_move_and_the_end_in_the_mails_that_left()
    {
        var (circle, meeting) = await InvitedAsync();
        await MoveAsync(circle, meeting);
        await ChangeAsync(circle, meeting, static (one, tell, db, at) => tell.CalledOffAsync(db, one, at, CancellationToken.None), static (one, by, at) => one.CallOff(by, at, "本人が入院したため"));

        var read = new List<string>();
        foreach (var template in new[] { "meeting-invitation", "meeting-moved", "meeting-called-off" })
        {
            read.Add((await Python.RunAsync(Reading, await SentAsync(circle, template))).Trim());
        }

        Assert.Equal(
            [
                $"REQUEST {meeting.Id:n}@example.jp 0 CONFIRMED 2026-03-24T13:30:00+09:00 NEEDS-ACTION",
                $"REQUEST {meeting.Id:n}@example.jp 1 CONFIRMED 2026-03-25T13:30:00+09:00 NEEDS-ACTION",
                $"CANCEL {meeting.Id:n}@example.jp 2 CANCELLED 2026-03-25T13:30:00+09:00 NEEDS-ACTION",
            ],
            read);
    }

    [Fact]
    public async Task F11_Its_answers_are_understood_and_the_one_to_the_time_before_the_move_is_passed_over()
    {
        var (circle, meeting) = await InvitedAsync();
        var (first, late) = (await AnswerAsync(circle, "meeting-invitation", "ACCEPTED"), await AnswerAsync(circle, "meeting-invitation", "DECLINED"));
        Assert.Equal("reply-accepted", await TakeAsync(circle, first));
        await MoveAsync(circle, meeting);

        Assert.Equal("reply-older", await TakeAsync(circle, late));
        Assert.Equal("reply-declined", await TakeAsync(circle, await AnswerAsync(circle, "meeting-moved", "DECLINED")));

        await using var db = circle.Db();
        Assert.Equal(
            [(0, Participation.Accepted), (1, Participation.Declined)],
            (await db.InvitationReplies.OrderBy(static reply => reply.Sequence).ToListAsync()).Select(static reply => (reply.Sequence, reply.Answer)));
        Assert.Contains("髙﨑𠮷、通院のため", (await db.InvitationReplies.SingleAsync(static reply => reply.Sequence == 1)).Comment, StringComparison.Ordinal);
        Assert.False((await db.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
    }

    private static async Task<string?> TakeAsync(CircleOfA circle, string mail)
    {
        await using var db = circle.Db();
        var result = await circle.Get<TakeMail>().HandleAsync(EmlReader.Read(Encoding.UTF8.GetBytes(mail))!, db, circle.OfficeId, keepsUnknown: false, CancellationToken.None);

        return result?.Code;
    }

    private async Task<string> AnswerAsync(CircleOfA circle, string template, string word) =>
        await Python.RunAsync(Answering.Replace("@@", word, StringComparison.Ordinal), await SentAsync(circle, template));

    private Task MoveAsync(CircleOfA circle, Meeting meeting) => ChangeAsync(
        circle, meeting, static (one, tell, db, at) => tell.MovedAsync(db, one, [], at, CancellationToken.None), static (one, by, at) => one.Choose(one.Candidates[1].Id, by, at));

    /// <summary>An hour later the meeting is changed and everybody told.</summary>
    private async Task ChangeAsync(
        CircleOfA circle, Meeting meeting, Func<Meeting, TellInvited, OfficeDb, DateTimeOffset, Task> tell, Action<Meeting, Guid, DateTimeOffset> change)
    {
        office.Clock.Advance(TimeSpan.FromHours(1));
        await using var db = circle.Db();
        var stored = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
        change(stored, circle.SpecialistX, office.Clock.GetUtcNow());
        await tell(stored, circle.Get<TellInvited>(), db, office.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        await office.DrainAsync();
    }

    /// <summary>The mail to the officer as it left.</summary>
    private async Task<string> SentAsync(CircleOfA circle, string template)
    {
        var mail = (await circle.MailsAsync()).Single(one => string.Equals(one.Template, template, StringComparison.Ordinal) && one.Address is "officer@example.jp");
        Assert.Equal(MailState.Sent, mail.State);
        foreach (var file in Directory.GetFiles(Path.Combine(office.DataDirectory, "mail"), "*.eml"))
        {
            var text = await File.ReadAllTextAsync(file, Encoding.ASCII);
            if (text.Contains(mail.MessageId, StringComparison.Ordinal))
            {
                return text;
            }
        }

        throw new InvalidOperationException($"No file holds {mail.MessageId}.");
    }

    private async Task<(CircleOfA Circle, Meeting Meeting)> InvitedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 10));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await circle.PerformAsync("Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(meeting.Participants[4].Id.ToString())));
        await office.DrainAsync();

        return (circle, meeting);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : OtherCalendarTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : OtherCalendarTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
