using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Incoming;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Incoming;

public sealed class EmlReaderTests
{
    [Fact]
    public void Takes_the_leaves_of_nested_parts_in_their_order_with_their_charsets()
    {
        var mail = Read("""
            From: =?UTF-8?B?5rCR55Sf5aeU5ZOhTg==?= <n@example.jp>
            To: "office, S" <office@s.example.jp>
            Subject: =?UTF-8?B?5om/6Ku+?=
             =?UTF-8?Q?:_=E4=BC=9A=E8=AD=B0?=
            Message-ID: <1@example.jp>
            Content-Type: multipart/mixed; boundary="out"

            preamble
            --out
            Content-Type: multipart/alternative;
             boundary=in

            --in
            Content-Type: text/plain; charset=iso-2022-jp
            Content-Transfer-Encoding: base64

            GyRCPVBAShsoQg==
            --in
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: quoted-printable

            SUMMARY:=E4=BC=9A=
            =E8=AD=B0
            --in--
            --out
            Content-Type: application/ics; name="reply.ics"
            Content-Disposition: attachment; filename="reply.ics"

            BEGIN:VCALENDAR
            --out--
            """);

        Assert.NotNull(mail);
        Assert.Equal(("n@example.jp", "承諾: 会議", "<1@example.jp>"), (mail.FromAddress, mail.Subject, mail.MessageId));
        Assert.Equal(["office@s.example.jp"], mail.Recipients);
        Assert.Equal(["text/plain", "text/calendar", "application/ics"], mail.Parts.Select(static part => part.Kind));
        Assert.Equal(["出席", "SUMMARY:会議\n", "BEGIN:VCALENDAR\n"], mail.Parts.Select(static part => part.Text));
        Assert.True(mail.Parts[2].IsNamed(".ICS"));
    }

    [Fact]
    public void A_mail_without_parts_is_one_text()
    {
        var mail = Read("From: a@example.jp\nSubject: hello\n\nbody\n");

        Assert.Equal(("text/plain", "body\n"), (mail!.Parts.Single().Kind, mail.Parts.Single().Text));
    }

    [Fact]
    public void The_same_bytes_have_the_same_fingerprint()
    {
        Assert.Equal(Read("From: a@example.jp\n\nx")!.Fingerprint, Read("From: a@example.jp\n\nx")!.Fingerprint);
        Assert.NotEqual(Read("From: a@example.jp\n\nx")!.Fingerprint, Read("From: a@example.jp\n\ny")!.Fingerprint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n\nstream")]
    [InlineData("no header at all")]
    public void What_is_no_mail_is_none(string text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("From: a@example.jp\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x--\n--x--")]
    [InlineData("From: a@example.jp\nContent-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n=====!!")]
    [InlineData("From: a@example.jp\nContent-Type: multipart/mixed\n\nno boundary")]
    [InlineData("From: a@example.jp\nSubject: =?x-unknown?B?!!!?= =?utf-8?Q?=4?=\n\n=ZZ=")]
    public void What_is_malformed_is_read_as_far_as_it_goes(string text) => Assert.NotNull(Read(text));

    [Theory]
    [InlineData("utf-7", "QUFB", "AAA")]
    [InlineData("utf-8", "QQBC", "AB")]
    public void An_encoding_that_is_switched_off_and_letters_that_no_database_keeps_stop_nothing(string charset, string word, string read)
    {
        var mail = Read($"From: a@example.jp\nSubject: =?{charset}?B?{word}?=\nContent-Type: text/plain; charset={charset}\n\nbody\n")!;

        Assert.Equal((read, "body\n"), (mail.Subject, Assert.Single(mail.Parts).Text));
    }

    [Fact]
    public void Nothing_makes_it_run_long()
    {
        var deep = string.Concat(Enumerable.Range(0, 500).Select(static n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"));
        var many = "From: a@example.jp\nContent-Type: multipart/mixed; boundary=x\n\n" + string.Concat(Enumerable.Repeat("--x\n\nbody\n", 10_000));

        Assert.NotNull(Read("From: a@example.jp\n" + deep));
        Assert.InRange(Read(many)!.Parts.Count, 1, 100);
        _ = Read("From: " + new string('a', 2_000_000) + "\n\nx");
    }

    private static IncomingMail? Read(string text) => EmlReader.Read(Encoding.UTF8.GetBytes(text));
}
