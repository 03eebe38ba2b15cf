using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Meetings;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Replies;

/// <summary>An answer to an invitation as Google sends it, from the city's officer where nobody else is named.</summary>
internal static class GoogleReply
{
    public const string OfficersMail = "officer@example.jp";

    public static async Task<IncomingResult?> TakeAsync(CircleOfA circle, byte[] bytes)
    {
        await using var db = circle.Db();

        return await circle.Get<TakeMail>().HandleAsync(EmlReader.Read(bytes)!, db, circle.OfficeId, keepsUnknown: false, CancellationToken.None);
    }

    public static byte[] Of(
        Meeting meeting, string answer, int sequence, string stamp = "20260318T020000Z", string from = OfficersMail, string attendee = OfficersMail) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            From: {from}
            To: office@example.jp
            Subject: Accepted: meeting
            Message-ID: <{answer}-{sequence}-{stamp}@google.com>
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: multipart/alternative; boundary="b2"

            --b2
            Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

            {answer}
            --b2
            Content-Type: text/calendar; charset="UTF-8"; method=REPLY

            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            METHOD:REPLY
            BEGIN:VEVENT
            DTSTAMP:{stamp}
            UID:{meeting.Id:n}@example.jp
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={attendee};X-NUM-GUESTS=0
             :mailto:{attendee}
            SEQUENCE:{sequence}
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            --b2--
            --b1--
            """).ReplaceLineEndings("\r\n"));
}
