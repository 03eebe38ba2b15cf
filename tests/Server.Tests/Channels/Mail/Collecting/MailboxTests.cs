using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Collecting;

/// <summary>Answers and bounces read from a mailbox, as an administrator sets it up; hostile and broken servers.</summary>
public abstract class MailboxTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public async Task InitializeAsync()
    {
        await letters.OpenAsync();

        // A port that another test had may come again.
        await using var db = office.Db();
        await db.IncomingServers.ExecuteDeleteAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task A_bounce_in_the_mailbox_is_taken_once_and_everything_stays_where_it_lies(SmtpSecurity security)
    {
        var mail = await letters.PutAsync(letters.Order());
        await office.DrainAsync();
        await using var mailbox = new ScriptedMailbox(security);
        mailbox.Lying.Add(("private", "From: friend@example.jp\r\nSubject: 昼\r\n\r\n.内緒の話\r\n"));
        mailbox.Lying.Add(("bounce", Report(mail)));
        await KeepAsync(await AdministratorAsync(), mailbox, security);

        await RoundAsync();
        await RoundAsync();

        await using var db = office.Db();
        Assert.Equal(MailState.Bounced, await db.Mails.Where(row => row.Id == mail.Id).Select(static row => row.State).SingleAsync());
        Assert.Equal("bounce", Assert.Single(await db.ReceivedMails.Where(row => row.OfficeId == letters.OfficeId).ToListAsync()).Outcome);
        Assert.Equal(["RETR 1", "RETR 2"], mailbox.Heard.Where(static line => line.StartsWith("RETR", StringComparison.Ordinal)));
        Assert.DoesNotContain(mailbox.Heard, static line => line.StartsWith("DELE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_longer_lies_there_is_forgotten_and_what_comes_later_is_read()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        await KeepAsync(await AdministratorAsync(), mailbox, SmtpSecurity.Tls);
        await RoundAsync();
        mailbox.Lying[0] = ("two", "From: a@example.jp\r\n\r\n2\r\n");

        await RoundAsync();

        await using var db = office.Db();
        Assert.Equal(2, mailbox.Heard.Count(static line => line is "RETR 1"));
        Assert.Equal(1, await db.CollectedMails.CountAsync(row => row.OfficeId == letters.OfficeId));
    }

    [Theory]
    [InlineData("greeting", "-ERR busy", "接続を断りました")]
    [InlineData("greeting", "220 smtp.example.jp ESMTP", "受信サーバー(POP3)のものではありません")]
    [InlineData("greeting", "drop", "途中で切")]
    [InlineData("PASS", "-ERR [AUTH] no", "サインインできません")]
    [InlineData("UIDL", "-ERR what?", "UIDLが使えるか")]
    [InlineData("UIDL", "+OK\r\nnumber one\r\n.", "一覧(UIDL)が読めません")]
    [InlineData("LIST", "drop", "途中で切")]
    public async Task The_test_says_in_Japanese_what_is_wrong(string verb, string reply, string words)
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, (verb, reply));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.Tls);

        await administrator.Browser.PostAsync("/settings/incoming/test");

        Assert.Contains(words, administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_counts_and_takes_nothing()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.Tls);

        await administrator.Browser.PostAsync("/settings/incoming/test");

        Assert.Contains("メールが 1 通あり、そのうち 1 通をまだ見ていません", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mailbox.Heard, static line => line.StartsWith("RETR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_hears_no_password()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.StartTls, ("STLS", "-ERR no"));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.StartTls);

        await administrator.Browser.PostAsync("/settings/incoming/test");

        Assert.Contains("暗号化(STARTTLS)に応じません", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mailbox.Heard, static line => line.StartsWith("PASS", StringComparison.Ordinal) || line.StartsWith("USER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LIST", "+OK\r\n1 99999999999\r\n.", false)]
    [InlineData("LIST", "+OK\r\n1 -5\r\n.", false)]
    [InlineData("RETR", "+OK\r\nno mail at all\r\n.", true)]
    public async Task What_is_too_large_or_no_mail_is_passed_over_for_good(string verb, string reply, bool isAskedFor)
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, (verb, reply));
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        await KeepAsync(await AdministratorAsync(), mailbox, SmtpSecurity.Tls);

        await RoundAsync();
        await RoundAsync();

        Assert.Equal(isAskedFor ? 1 : 0, mailbox.Heard.Count(static line => line is "RETR 1"));
        await using var db = office.Db();
        Assert.True((await db.CollectedMails.SingleAsync(row => row.OfficeId == letters.OfficeId)).IsSettled);
    }

    [Fact]
    public async Task A_mail_that_never_ends_is_cut_off_and_the_trouble_is_shown()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, ("RETR", "+OK\r\n" + new string('x', 21_000_000)));
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.Tls);

        await RoundAsync();

        await administrator.Browser.GetAsync("/settings/incoming");
        Assert.Contains("応答が大きすぎます", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ERR internal error", "メールを渡しません")]
    [InlineData("drop", "途中で切")]
    public async Task One_that_is_not_handed_over_holds_up_no_other_and_is_given_up_and_shown(string reply, string words)
    {
        var mail = await letters.PutAsync(letters.Order());
        await office.DrainAsync();
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, ("RETR 1", reply));
        mailbox.Lying.Add(("bad", "From: a@example.jp\r\n\r\n1\r\n"));
        mailbox.Lying.Add(("bounce", Report(mail)));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.Tls);

        await RoundAsync();
        await RoundAsync();
        await administrator.Browser.GetAsync("/settings/incoming");
        var whileTried = administrator.Browser.Text;
        for (var round = 2; round < 8; round++)
        {
            await RoundAsync();
        }

        await using var db = office.Db();
        Assert.Equal(MailState.Bounced, await db.Mails.Where(row => row.Id == mail.Id).Select(static row => row.State).SingleAsync());
        Assert.Equal(5, mailbox.Heard.Count(static line => line is "RETR 1"));
        Assert.Contains(words, whileTried, StringComparison.Ordinal);
        Assert.DoesNotContain("読めなかったメール", whileTried, StringComparison.Ordinal);
        await administrator.Browser.GetAsync("/settings/incoming");
        Assert.DoesNotContain(words, administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("読めなかったメールが 1 通あります", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_never_comes_out_and_goes_to_no_other_host()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, mailbox, SmtpSecurity.Tls);
        await using var db = office.Db();
        var kept = await db.IncomingServers.AsNoTracking().SingleAsync(row => row.OfficeId == letters.OfficeId);

        Assert.DoesNotContain("ひみつのことば", administrator.Browser.Html + kept.ProtectedPassword, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await KeepAsync(administrator, mailbox, SmtpSecurity.Tls, ("password", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, mailbox, SmtpSecurity.Tls, ("password", ""), ("host", "elsewhere.example.jp")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, mailbox, SmtpSecurity.None));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, mailbox, SmtpSecurity.Tls, ("password", "a\r\nDELE 1")));
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync("/settings/incoming/removal"));
        Assert.False(await db.IncomingServers.AnyAsync(row => row.OfficeId == letters.OfficeId));
    }

    private static async Task<HttpStatusCode> KeepAsync(Staff administrator, ScriptedMailbox mailbox, SmtpSecurity security, params IEnumerable<(string Name, string Value)> changed)
    {
        IEnumerable<(string Name, string Value)> fields =
        [
            ("host", "localhost"), ("port", mailbox.Port.ToString(CultureInfo.InvariantCulture)), ("security", security.ToString()), ("user", "office"), ("password", "ひみつのことば"),
        ];
        await administrator.Browser.GetAsync("/settings/incoming");
        var answer = await administrator.Browser.PostAsync("/settings/incoming", fields.Concat(changed).GroupBy(static field => field.Name, StringComparer.Ordinal).Select(static group => group.Last()));
        await administrator.Browser.GetAsync("/settings/incoming");
        return answer;
    }

    private static string Report(SentMail mail) => $"""
        From: MAILER-DAEMON@mx.example.jp
        To: office@s.example.jp
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

        --B1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.jp

        Final-Recipient: rfc822; n@example.jp
        Action: failed
        Status: 5.1.1

        --B1
        Content-Type: text/rfc822-headers

        Message-ID: {mail.MessageId}

        --B1--
        """.ReplaceLineEndings("\r\n");

    /// <summary>The pump's next look at the mailboxes.</summary>
    private async Task RoundAsync()
    {
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();
    }

    private Task<Staff> AdministratorAsync() => Staff.JoinAsync(office, [Roles.Administrator], letters.OfficeId, "事務管理者J");

    public sealed class SqliteOffice : RunningOffice.OnSqlite
    {
        public SqliteOffice() => Settings["Mail:TrustedAuthority"] = ScriptedMailbox.WriteAuthority(DataDirectory);
    }

    public sealed class PostgresOffice : RunningOffice.OnPostgres
    {
        public PostgresOffice() => Settings["Mail:TrustedAuthority"] = ScriptedMailbox.WriteAuthority(DataDirectory);
    }

    public sealed class OnSqlite(SqliteOffice office) : MailboxTests(office), IClassFixture<SqliteOffice>;

    public sealed class OnPostgres(PostgresOffice office) : MailboxTests(office), IClassFixture<PostgresOffice>;
}
