using System.Diagnostics;
using System.Text;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Tests.Channels.Calendar;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Mime;

/// <summary>What we compose, as python's own mail parser reads it.</summary>
public sealed class MimeTextTests
{
    private const string Script = """
        import sys, email, email.policy
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        defects = [d for part in mail.walk() for d in part.defects]
        assert not defects, defects
        for name in ('Date', 'From', 'To', 'Subject', 'Message-ID', 'Auto-Submitted'):
            print(name + ': ' + str(mail[name]))
        for part in mail.walk():
            print(part.get_content_type(), part.get_param('method'), part.get_filename())
            if part.get_content_type() == 'text/plain':
                print(repr(part.get_content()))
        """;

    [Fact]
    public async Task Reads_back_as_japanese_in_two_alternatives()
    {
        var said = await PythonAsync(MimeText.Compose(Drafts.Poll));

        Assert.Equal(
            [
                "Date: Tue, 03 Feb 2026 09:00:00 +0900",
                "From: 相談支援事業所S <office@s.example.jp>",
                "To: 民生委員N <n@example.jp>",
                $"Subject: {Drafts.Poll.Subject}",
                "Message-ID: <01990000000070008000000000000001@s.example.jp>",
                "Auto-Submitted: auto-generated",
                "multipart/alternative None None",
                "text/plain None None",
                @"'民生委員N 様\r\n\r\n.\r\n..二つの点で始まる行\r\nhttps://office.example.jp/g/abc\r\n'",
                "text/html None None",
            ],
            said);
    }

    [Fact]
    public async Task Puts_the_calendar_last_among_the_alternatives_with_its_method_and_the_file_behind()
    {
        var draft = Drafts.Poll with { Calendar = CalendarPart.Of(Invitations.Meeting) };

        var said = await PythonAsync(MimeText.Compose(draft));

        Assert.Equal(
            [
                "multipart/mixed None None",
                "multipart/alternative None None",
                "text/plain None None",
                "text/html None None",
                "text/calendar REQUEST None",
                "application/ics None invite.ics",
            ],
            said.Where(line => line.Split(' ') is [var type, _, _] && type.Contains('/', StringComparison.Ordinal)));
    }

    [Fact]
    public void Says_the_same_method_around_the_calendar_and_in_it()
    {
        var cancelled = Drafts.Poll with { Calendar = CalendarPart.Of(Invitations.Meeting.Cancelled(Invitations.Now)) };

        var text = Encoding.ASCII.GetString(MimeText.Compose(cancelled).Bytes.Span);

        Assert.Contains("Content-Type: text/calendar; method=CANCEL; charset=UTF-8\r\n", text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", cancelled.Calendar.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        var draft = Drafts.Poll with { Calendar = CalendarPart.Of(Invitations.Meeting) };

        Assert.Equal(MimeText.Compose(draft).Bytes.ToArray(), MimeText.Compose(draft).Bytes.ToArray());
    }

    [Fact]
    public void No_line_is_longer_than_78_characters_and_all_is_ascii_with_crlf()
    {
        var lines = Encoding.ASCII.GetString(MimeText.Compose(Drafts.Poll with { Calendar = CalendarPart.Of(Invitations.Meeting) }).Bytes.Span).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain(lines, line => line.AsSpan().ContainsAny('\r', '\n'));
    }

    [Fact]
    public void A_subject_cannot_add_a_header() =>
        Assert.Throws<ArgumentException>(() => MimeText.Compose(Drafts.Poll with { Subject = "件名\r\nBcc: evil@example.jp" }));

    [Theory]
    [InlineData("名前\r\nBcc: a@example.jp", "n@example.jp")]
    [InlineData("名前", "n@example.jp>\r\nRCPT TO:<evil@example.jp")]
    [InlineData("名前", "n@example.jp, evil@example.jp")]
    [InlineData("名前", "<n@example.jp>")]
    [InlineData("名前", "例え@example.jp")]
    [InlineData("名前", "n")]
    [InlineData("名前", "")]
    [InlineData("名前", null)]
    public void A_mailbox_that_would_break_out_of_its_header_is_none(string name, string? address) =>
        Assert.Null(Mailbox.Of(name, address));

    [Fact]
    public async Task A_display_name_with_quotes_and_an_address_keeps_to_its_place()
    {
        var odd = Mailbox.Of("\"boss\" <evil@example.jp>", "n@example.jp")!;

        var said = await PythonAsync(MimeText.Compose(Drafts.Poll with { To = odd }));

        Assert.Contains("To: \"\\\"boss\\\" <evil@example.jp>\" <n@example.jp>", said);
    }

    private static async Task<string[]> PythonAsync(OutgoingMail mail)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-c", Script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("/usr/bin/python3 does not start.");
        var said = python.StandardOutput.ReadToEndAsync();
        var complained = python.StandardError.ReadToEndAsync();
        await python.StandardInput.BaseStream.WriteAsync(mail.Bytes);
        python.StandardInput.Close();
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, await complained);
        return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
