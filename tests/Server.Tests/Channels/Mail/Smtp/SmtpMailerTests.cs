using System.Text;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Mime;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;

public sealed class SmtpMailerTests
{
    private static OutgoingMail Mail { get; } = MimeText.Compose(Drafts.Poll);

    [Fact]
    public async Task Hands_over_every_byte_in_an_envelope_of_its_own()
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.None);

        var answer = await new SmtpMailer(server.Settings).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.IsType<MailAnswer.Accepted>(answer);
        var taken = await server.NextAsync();
        Assert.Equal("office@s.example.jp", taken.From);
        Assert.Equal(["n@example.jp"], taken.To);
        Assert.Equal(Mail.Bytes.ToArray(), taken.Bytes);
    }

    [Fact]
    public async Task Lines_that_begin_with_a_dot_arrive_as_they_were()
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.None);
        var dotted = Mail with { Bytes = Encoding.ASCII.GetBytes("Subject: x\r\n\r\n.\r\n..\r\n.a\r\nlast") };

        await new SmtpMailer(server.Settings).SendAsync(dotted, Drafts.Unmarked, CancellationToken.None);

        Assert.Equal("Subject: x\r\n\r\n.\r\n..\r\n.a\r\nlast\r\n", Encoding.ASCII.GetString((await server.NextAsync()).Bytes));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, "PLAIN", "office")]
    [InlineData(SmtpSecurity.StartTls, "LOGIN", "office")]
    [InlineData(SmtpSecurity.Tls, "none", null)]
    public async Task Speaks_encrypted_and_signs_in_by_what_is_offered(SmtpSecurity security, string mechanism, string? user)
    {
        using var server = await AiosmtpdServer.StartAsync(security, mechanism);
        var settings = server.Settings with { User = user, Password = "pässwörd" };

        var answer = await new SmtpMailer(settings).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.IsType<MailAnswer.Accepted>(answer);
        Assert.Equal(user, (await server.NextAsync()).User);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_the_mail_may_go_later()
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.StartTls, "PLAIN");

        var answer = await new SmtpMailer(server.Settings with { User = "office", Password = "wrong" }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.Contains("サインインできません", Assert.IsType<MailAnswer.Later>(answer).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t0ken", typeof(MailAnswer.Accepted))]
    [InlineData("expired", typeof(MailAnswer.Later))]
    public async Task Signs_in_by_a_token_where_there_is_no_password(string token, Type answer)
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.StartTls, "XOAUTH2");
        var settings = server.Settings with { User = "office", Password = token, UsesToken = true };

        Assert.IsType(answer, await new SmtpMailer(settings).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_the_conversation()
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.StartTls);

        var answer = await new SmtpMailer(server.Settings with { TrustedAuthority = null }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.Contains("発行元を確かめられません", Assert.IsType<MailAnswer.Later>(answer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_named()
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.Tls);

        var answer = await new SmtpMailer(server.Settings with { Host = "127.0.0.1" }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.Contains("証明書の名前が 127.0.0.1 と違います", Assert.IsType<MailAnswer.Later>(answer).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.jp", typeof(MailAnswer.Refused))]
    [InlineData("later@example.jp", typeof(MailAnswer.Later))]
    public async Task A_recipient_refused_for_ever_and_one_put_off_are_told_apart(string to, Type answer)
    {
        using var server = await AiosmtpdServer.StartAsync(SmtpSecurity.None);

        Assert.IsType(answer, await new SmtpMailer(server.Settings).SendAsync(Mail with { To = to }, Drafts.Unmarked, CancellationToken.None));
    }

    [Theory]
    [InlineData("greeting", "421 busy", typeof(MailAnswer.Later))]
    [InlineData("greeting", "554 go away", typeof(MailAnswer.Later))]
    [InlineData("greeting", "drop", typeof(MailAnswer.Later))]
    [InlineData("greeting", "hello?", typeof(MailAnswer.Later))]
    [InlineData("EHLO", "drop", typeof(MailAnswer.Later))]
    [InlineData("MAIL", "452 full", typeof(MailAnswer.Later))]
    [InlineData("MAIL", "553 not yours", typeof(MailAnswer.Refused))]
    [InlineData("RCPT", "drop", typeof(MailAnswer.Later))]
    [InlineData("DATA", "554 no", typeof(MailAnswer.Refused))]
    [InlineData("DATA", "drop", typeof(MailAnswer.Later))]
    [InlineData(".", "451 later", typeof(MailAnswer.Later))]
    [InlineData(".", "552 too big", typeof(MailAnswer.Refused))]
    [InlineData(".", "drop", typeof(MailAnswer.MaybeAccepted))]
    [InlineData("QUIT", "drop", typeof(MailAnswer.Accepted))]
    public async Task Whatever_the_server_does_is_an_answer(string verb, string reply, Type answer)
    {
        await using var server = new ScriptedServer((verb, reply));

        Assert.IsType(answer, await new SmtpMailer(server.Settings).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None));
    }

    [Fact]
    public async Task A_connection_lost_within_the_message_is_later_for_nobody_delivers_half_a_mail()
    {
        await using var server = new ScriptedServer(("body", "drop"));
        var long16MB = Mail with { Bytes = new byte[16 << 20] };

        Assert.IsType<MailAnswer.Later>(await new SmtpMailer(server.Settings).SendAsync(long16MB, Drafts.Unmarked, CancellationToken.None));
    }

    [Theory]
    [InlineData("RCPT", typeof(MailAnswer.Later))]
    [InlineData(".", typeof(MailAnswer.MaybeAccepted))]
    public async Task Silence_is_later_before_the_last_dot_and_doubt_after_it(string verb, Type answer)
    {
        await using var server = new ScriptedServer((verb, "silence"));
        var soon = TimeSpan.FromMilliseconds(300);
        var settings = verb is "." ? server.Settings with { LastPatience = soon } : server.Settings with { Patience = soon };

        Assert.IsType(answer, await new SmtpMailer(settings).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None));
    }

    [Fact]
    public async Task Says_so_immediately_before_the_last_dot_and_not_before_a_refusal()
    {
        await using var taking = new ScriptedServer();
        await using var refusing = new ScriptedServer(("DATA", "554 no"));
        var marks = 0;
        Task MarkAsync(CancellationToken stop) => Task.FromResult(++marks);

        await new SmtpMailer(refusing.Settings).SendAsync(Mail, MarkAsync, CancellationToken.None);
        Assert.Equal(0, marks);

        await new SmtpMailer(taking.Settings).SendAsync(Mail, MarkAsync, CancellationToken.None);
        Assert.Equal(1, marks);
    }

    [Fact]
    public async Task A_stop_before_the_last_dot_is_a_stop()
    {
        await using var server = new ScriptedServer(("RCPT", "silence"));
        using var stop = new CancellationTokenSource();

        var sending = new SmtpMailer(server.Settings).SendAsync(Mail, Drafts.Unmarked, stop.Token);
        await server.Silent.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_that_does_not_offer_the_encryption_asked_for()
    {
        await using var server = new ScriptedServer();

        var answer = await new SmtpMailer(server.Settings with { Security = SmtpSecurity.StartTls }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.Contains("STARTTLS", Assert.IsType<MailAnswer.Later>(answer).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_slipped_in_before_the_encryption_end_the_conversation()
    {
        await using var server = new ScriptedServer(("EHLO", "250-scripted\r\n250 STARTTLS"), ("STARTTLS", "220 go\r\n250 injected"));

        var answer = await new SmtpMailer(server.Settings with { Security = SmtpSecurity.StartTls }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.IsType<MailAnswer.Later>(answer);
    }

    [Fact]
    public async Task No_password_goes_over_a_plain_connection()
    {
        await using var server = new ScriptedServer(("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN"));

        var answer = await new SmtpMailer(server.Settings with { User = "office", Password = "secret" }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None);

        Assert.IsType<MailAnswer.Later>(answer);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_later()
    {
        ScriptedServer gone;
        await using (gone = new ScriptedServer())
        {
            Assert.NotEqual(0, gone.Settings.Port);
        }

        Assert.IsType<MailAnswer.Later>(await new SmtpMailer(gone.Settings with { Port = 1 }).SendAsync(Mail, Drafts.Unmarked, CancellationToken.None));
    }
}
