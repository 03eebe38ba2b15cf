using OfficeWorkflow.Server.Channels.Calendar;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

public sealed class CalendarReplyReaderTests
{
    private const string FromGoogle =
        "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:REPLY\r\n"
        + "BEGIN:VEVENT\r\nDTSTART:20260220T010000Z\r\nDTSTAMP:20260204T003000Z\r\nORGANIZER;CN=office:mailto:office@s.example.jp\r\n"
        + "UID:meeting-1@s.example.jp\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=\"民生\r\n 委員N: 様\";X-NUM-GUESTS=0\r\n"
        + " :mailto:N@example.jp\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private const string FromOutlook =
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Tokyo Standard Time\nEND:VTIMEZONE\n"
        + "BEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED;CN=P:MAILTO:p@p.example.jp\nCOMMENT;LANGUAGE=ja-JP:欠席します\\, すみません\\n\n"
        + "UID:meeting-1@s.example.jp\nSUMMARY;LANGUAGE=ja-JP:辞退: サービス担当者会議\nSEQUENCE:0\nEND:VEVENT\nEND:VCALENDAR\n";

    [Fact]
    public void Reads_who_answered_what_to_which_state_of_the_event()
    {
        var reply = CalendarReplyReader.Read(FromGoogle);

        Assert.Equal(
            new CalendarReply("meeting-1@s.example.jp", 1, "N@example.jp", Participation.Accepted, "") { StampedAt = new DateTimeOffset(2026, 2, 4, 0, 30, 0, TimeSpan.Zero) },
            reply);
    }

    [Fact]
    public void Reads_bare_line_feeds_upper_case_schemes_and_a_comment()
    {
        var reply = CalendarReplyReader.Read(FromOutlook);

        Assert.Equal(new CalendarReply("meeting-1@s.example.jp", 0, "p@p.example.jp", Participation.Declined, "欠席します, すみません\n"), reply);
    }

    [Fact]
    public void An_answer_belongs_to_the_event_of_its_uid_and_attendee_in_any_case()
    {
        var reply = CalendarReplyReader.Read(FromGoogle)!;

        Assert.True(reply.Answers(Invitations.Meeting));
        Assert.False((reply with { Uid = "meeting-2@s.example.jp" }).Answers(Invitations.Meeting));
        Assert.False((reply with { Address = "stranger@example.jp" }).Answers(Invitations.Meeting));
    }

    [Fact]
    public void An_answer_to_an_older_state_of_the_event_is_ignored()
    {
        var moved = Invitations.Meeting with { Sequence = 1 };

        Assert.False(CalendarReplyReader.Read(FromOutlook)!.Answers(moved));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nATTENDEE:mailto:a@example.jp\r\nEND:VEVENT\r\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR")]
    [InlineData("METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:1\r\nATTENDEE;PARTSTAT=\"ACCEPTED:mailto:a\r\n;;;:::\r\n")]
    public void What_is_no_reply_is_passed_over(string text) =>
        Assert.Null(CalendarReplyReader.Read(text));
}
