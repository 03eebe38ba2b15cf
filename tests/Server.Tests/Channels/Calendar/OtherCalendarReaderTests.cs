using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

/// <summary>Someone else's reader understands what we write, and we what it answers.</summary>
public sealed class OtherCalendarReaderTests
{
    private const string Reading = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        event = next(iter(calendar.walk('VEVENT')))
        assert not event.errors, event.errors
        assert len(calendar.walk('VTIMEZONE')) == 1
        people = event['ATTENDEE'] if isinstance(event['ATTENDEE'], list) else [event['ATTENDEE']]
        for word in (calendar['METHOD'], event['UID'], event['SEQUENCE'], event.get('STATUS', 'none'), event['SUMMARY'], event['LOCATION'], event['DESCRIPTION'].replace('\n', '|'),
                     event['DTSTART'].dt.isoformat(), event['DTEND'].dt.isoformat(), event['ORGANIZER'], event['ORGANIZER'].params['CN'],
                     *(a + ' ' + a.params['CN'] + ' ' + a.params['PARTSTAT'] for a in people)):
            print(word)
        """;

    /// <summary>What a calendar program does with an invitation: the same event, the one attendee, the answer.</summary>
    private const string Answering = """
        import sys, datetime, icalendar
        asked = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        event = next(iter(asked.walk('VEVENT')))
        reply = icalendar.Calendar()
        reply.add('PRODID', '-//icalendar//python//')
        reply.add('VERSION', '2.0')
        reply.add('METHOD', 'REPLY')
        answer = icalendar.Event()
        for name in ('UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'ORGANIZER'):
            answer[name] = event[name]
        answer.add('DTSTAMP', datetime.datetime(2026, 2, 4, 0, 30, tzinfo=datetime.timezone.utc))
        attendee = icalendar.vCalAddress(str(event['ATTENDEE']))
        attendee.params['CN'] = event['ATTENDEE'].params['CN']
        attendee.params['PARTSTAT'] = icalendar.vText('DECLINED')
        answer.add('ATTENDEE', attendee)
        answer.add('COMMENT', '通院のため、欠席します; すみません' + '。' * 60)
        reply.add_component(answer)
        sys.stdout.buffer.write(reply.to_ical())
        """;

    [Fact]
    public async Task Icalendar_of_python_reads_every_field_of_an_invitation_back()
    {
        var longPlace = Invitations.Meeting with { Summary = string.Concat(Enumerable.Repeat("𠮷の字の会議、", 20)) };

        var said = await LinesAsync(longPlace);

        Assert.Equal(
            [
                "REQUEST", "meeting-1@s.example.jp", "0", "CONFIRMED", longPlace.Summary, "M市福祉会館, 2階; 会議室", "持ち物: なし|駐車場あり",
                "2026-02-20T10:00:00+09:00", "2026-02-20T11:30:00+09:00", "mailto:office@s.example.jp", "相談支援事業所S",
                "mailto:x@s.example.jp 専門員X NEEDS-ACTION",
                "mailto:n@example.jp 民生委員N NEEDS-ACTION",
                "mailto:p@p.example.jp サービス管理責任者P NEEDS-ACTION",
            ],
            said);
    }

    [Fact]
    public async Task F10_It_understands_a_move_a_cancellation_and_that_one_was_taken_off()
    {
        var moved = Invitations.Meeting with
        {
            Sequence = 1,
            HidesOthers = true,
            When = new Occasion.Hours(new(2026, 2, 21, 13, 0, 0, TimeSpan.FromHours(9)), new(2026, 2, 21, 14, 0, 0, TimeSpan.FromHours(9))),
        };

        var (move, cancel, removal) = (await LinesAsync(moved), await LinesAsync(moved.Cancelled(Invitations.Now)), await LinesAsync(moved.Without(Invitations.Manager, Invitations.Now)));

        Assert.Equal(["REQUEST", "meeting-1@s.example.jp", "1", "CONFIRMED"], move.Take(4));
        Assert.Equal(["2026-02-21T13:00:00+09:00", "2026-02-21T14:00:00+09:00"], move.Skip(7).Take(2));
        Assert.Equal(["CANCEL", "meeting-1@s.example.jp", "2", "CANCELLED"], cancel.Take(4));
        Assert.Equal(["CANCEL", "meeting-1@s.example.jp", "2", "none"], removal.Take(4));
        Assert.Equal(["mailto:p@p.example.jp サービス管理責任者P NEEDS-ACTION"], removal.Skip(11));
    }

    [Fact]
    public async Task F11_An_answer_that_it_writes_is_understood()
    {
        var invitation = Invitations.Meeting with { Sequence = 3, HidesOthers = true };

        var reply = CalendarReplyReader.Read(await Python.RunAsync(Answering, IcsText.Of(invitation)));

        Assert.Equal(
            new CalendarReply("meeting-1@s.example.jp", 3, "n@example.jp", Participation.Declined, "通院のため、欠席します; すみません" + new string('。', 60))
            {
                StampedAt = new DateTimeOffset(2026, 2, 4, 0, 30, 0, TimeSpan.Zero),
            },
            reply);
        Assert.True(reply!.Answers(invitation));
    }

    private static async Task<string[]> LinesAsync(Invitation invitation) =>
        (await Python.RunAsync(Reading, IcsText.Of(invitation))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
