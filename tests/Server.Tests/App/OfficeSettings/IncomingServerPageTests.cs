using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Mail.Collecting;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.OfficeSettings;

/// <summary>設定→届くメール, from the empty page to the last, and every sentence that says what is wrong with a mailbox.</summary>
public abstract class IncomingServerPageTests(RunningOffice office)
{
    private const string Page = "/settings/incoming";
    private const string Test = Page + "/test";

    [Fact]
    public async Task From_the_empty_page_over_saving_testing_and_reading_to_the_end_of_reading()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        var administrator = await AdministratorAsync(office);
        await administrator.Browser.GetAsync(Page);
        Assert.DoesNotContain(Test, administrator.Browser.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await KeepAsync(administrator, ("port", Port(mailbox))));
        await administrator.Browser.FollowAsync();
        Assert.Contains("届くメールの設定を保存しました", administrator.Browser.Text, StringComparison.Ordinal);
        await administrator.Browser.PostAsync(Test);
        Assert.Contains("つながりました", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("メールが 1 通あり、そのうち 1 通をまだ見ていません", administrator.Browser.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();
        await administrator.Browser.GetAsync(Page);
        Assert.Contains("前回の読み取り", administrator.Browser.Text, StringComparison.Ordinal);
        await administrator.Browser.PostAsync(Test);
        Assert.Contains("メールが 1 通あり、そのうち 0 通をまだ見ていません", administrator.Browser.Text, StringComparison.Ordinal);

        await administrator.Browser.PostAsync(Page + "/removal");
        await administrator.Browser.FollowAsync();
        Assert.Contains("読み取るのをやめました", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Test, administrator.Browser.Html, StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.Equal(2, await db.Audit.CountAsync(row => row.OfficeId == administrator.OfficeId && row.Act == "mail-settings-changed"));
    }

    [Theory]
    [InlineData("host", "pop example jp", "受信サーバーの名前の形が正しくありません")]
    [InlineData("host", "", "「受信サーバーの名前」を入力してください")]
    [InlineData("port", "99999", "「ポート番号」は1から65535までの数で入力してください")]
    [InlineData("security", "Perhaps", "「暗号化」を一覧から選んでください")]
    [InlineData("security", "None", "「暗号化」は「TLS」か「STARTTLS」を選んでください")]
    [InlineData("user", "", "「利用者名」を入力してください")]
    [InlineData("password", "", "パスワードを入力してください")]
    [InlineData("password", "a\r\nDELE 1", "「パスワード」に改行は使えません")]
    public async Task What_is_wrong_is_said_and_nothing_is_kept(string field, string typed, string words)
    {
        var administrator = await AdministratorAsync(office);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, (field, typed)));

        Assert.Contains(words, administrator.Browser.Text, StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.False(await db.IncomingServers.AnyAsync(row => row.OfficeId == administrator.OfficeId));
    }

    [Theory]
    [InlineData("greeting", "-ERR busy", "接続を断りました")]
    [InlineData("greeting", "220 smtp.example.jp ESMTP", "受信サーバー(POP3)のものではありません")]
    [InlineData("greeting", "drop", "接続を途中で切りました")]
    [InlineData("PASS", "-ERR [AUTH] no", "受信サーバーにサインインできません")]
    [InlineData("LIST", "-ERR what?", "メールの一覧(LIST)を渡しません")]
    [InlineData("LIST", "+OK\r\nnumber one\r\n.", "メールの一覧(LIST)が読めません")]
    [InlineData("UIDL", "-ERR what?", "POP3のUIDLが使えるか")]
    [InlineData("UIDL", "drop", "接続を途中で切りました")]
    public async Task The_test_says_what_a_server_does_wrong(string verb, string reply, string words)
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, (verb, reply));

        Assert.Contains(words, await TestedAsync(office, ("port", Port(mailbox))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greeting", "too long", "応答が長すぎます")]
    [InlineData("STLS", "-ERR no", "暗号化(STARTTLS)に応じません")]
    [InlineData("STLS", "+OK\r\n+OK more", "暗号化の前に余分な応答を送りました")]
    public async Task The_test_says_what_a_server_does_wrong_before_it_encrypts(string verb, string reply, string words)
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.StartTls, (verb, reply is "too long" ? new string('x', 5000) : reply));

        Assert.Contains(words, await TestedAsync(office, ("port", Port(mailbox)), ("security", "StartTls")), StringComparison.Ordinal);
        Assert.DoesNotContain(mailbox.Heard, static line => line.StartsWith("USER", StringComparison.Ordinal) || line.StartsWith("PASS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_test_says_that_nobody_listens_that_no_such_host_is_known_and_that_the_encryption_is_the_wrong_one()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.StartTls);

        Assert.Contains("ポート 1 につながりません", await TestedAsync(office, ("host", "127.0.0.1"), ("port", "1")), StringComparison.Ordinal);
        Assert.Contains("名前 no-such-host.invalid が見つかりません", await TestedAsync(office, ("host", "no-such-host.invalid")), StringComparison.Ordinal);
        Assert.Contains("選んだ暗号化では話せません", await TestedAsync(office, ("port", Port(mailbox))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_says_what_is_wrong_with_the_certificate()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        await using var old = new ScriptedMailbox(SmtpSecurity.Tls) { IsOld = true };

        Assert.Contains("証明書の名前が 127.0.0.1 と違います", await TestedAsync(office, ("host", "127.0.0.1"), ("port", Port(mailbox))), StringComparison.Ordinal);
        Assert.Contains("証明書の期限が切れています", await TestedAsync(office, ("port", Port(old))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_this_machine_cannot_open_is_said()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);
        var administrator = await AdministratorAsync(office);
        await KeepAsync(administrator, ("port", Port(mailbox)));
        await administrator.Browser.FollowAsync();
        await using (var db = office.Db())
        {
            await db.IncomingServers.Where(row => row.OfficeId == administrator.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.ProtectedPassword, "CfDJ8-of-another-machine"));
        }

        await administrator.Browser.PostAsync(Test);

        Assert.Contains("パスワードを入れ直してください", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_give_is_the_trouble_that_the_page_shows_next_time()
    {
        await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls, ("RETR", "-ERR locked"));
        mailbox.Lying.Add(("one", "From: a@example.jp\r\n\r\n1\r\n"));
        var administrator = await AdministratorAsync(office);
        await KeepAsync(administrator, ("port", Port(mailbox)));
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();

        await administrator.Browser.GetAsync(Page);

        Assert.Contains("前回は読めませんでした", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("受信サーバーがメールを渡しません", administrator.Browser.Text, StringComparison.Ordinal);
    }

    private static string Port(ScriptedMailbox mailbox) => mailbox.Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> KeepAsync(Staff administrator, params IEnumerable<(string Name, string Value)> changed)
    {
        IEnumerable<(string Name, string Value)> fields = [("host", "localhost"), ("port", "995"), ("security", "Tls"), ("user", "office"), ("password", "ひみつのことば")];
        await administrator.Browser.GetAsync(Page);

        return await administrator.Browser.PostAsync(Page, fields.Concat(changed).GroupBy(static field => field.Name, StringComparer.Ordinal).Select(static group => group.Last()));
    }

    /// <summary>What the page says after settings were kept and tried.</summary>
    private static async Task<string> TestedAsync(RunningOffice office, params IEnumerable<(string Name, string Value)> changed)
    {
        var administrator = await AdministratorAsync(office);
        Assert.Equal(HttpStatusCode.Redirect, await KeepAsync(administrator, changed));
        await administrator.Browser.FollowAsync();
        await administrator.Browser.PostAsync(Test);
        Assert.Contains("読めませんでした", administrator.Browser.Text, StringComparison.Ordinal);
        var said = administrator.Browser.Text;
        await administrator.Browser.PostAsync(Page + "/removal");

        return said;
    }

    private static async Task<Staff> AdministratorAsync(RunningOffice office)
    {
        var officeId = Guid.CreateVersion7();
        await using var db = office.Db();
        await db.IncomingServers.ExecuteDeleteAsync();
        db.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Mail = "office@s.example.jp" });
        await db.SaveChangesAsync();

        return await Staff.JoinAsync(office, [Roles.Administrator], officeId, "事務管理者J");
    }

    public sealed class OnSqlite(MailboxTests.SqliteOffice office) : IncomingServerPageTests(office), IClassFixture<MailboxTests.SqliteOffice>;

    public sealed class OnPostgres(MailboxTests.PostgresOffice office) : IncomingServerPageTests(office), IClassFixture<MailboxTests.PostgresOffice>;

    /// <summary>A machine to which nobody said whom to trust.</summary>
    public sealed class OnUntrusting(RunningOffice.OnSqlite office) : IClassFixture<RunningOffice.OnSqlite>
    {
        [Fact]
        public async Task The_test_says_that_nobody_known_signed_the_certificate()
        {
            await using var mailbox = new ScriptedMailbox(SmtpSecurity.Tls);

            Assert.Contains("証明書の発行元を確かめられません", await TestedAsync(office, ("port", Port(mailbox))), StringComparison.Ordinal);
        }
    }
}
