using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.OfficeSettings;

public abstract class MailServerPageTests(RunningOffice office)
{
    [Fact]
    public async Task The_test_mail_goes_by_the_server_that_was_entered_to_the_person_who_asks()
    {
        await using var server = new ScriptedServer();
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", Port(server)), ("security", "None"), ("from", "from@s.example.jp"));
        await administrator.Browser.FollowAsync();

        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains($"{administrator.Mail} あてに送りました", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("greeting", "421 busy", "いまは受け付けられない")]
    [InlineData("greeting", "554 go away", "接続を断りました")]
    [InlineData("greeting", "SSH-2.0-x", "メールサーバーのものではありません")]
    [InlineData("EHLO", "drop", "接続を途中で切りました")]
    [InlineData("MAIL", "451 4.7.1 later", "あとでもう一度と答えました")]
    [InlineData("MAIL", "553 not yours", "差出人のアドレス office@s.example.jp を、メールサーバーが受け付けません")]
    [InlineData("RCPT", "550 5.1.1 no such mailbox", "届けられないと断られました")]
    [InlineData(".", "554 5.7.1 spam", "メールの中身を")]
    [InlineData(".", "drop", "届いたかどうか分かりません")]
    public async Task The_test_says_in_Japanese_what_is_wrong(string verb, string reply, string words)
    {
        await using var server = new ScriptedServer((verb, reply));
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", Port(server)), ("security", "None"));
        await administrator.Browser.FollowAsync();

        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains(words, administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartTls", "STARTTLS)に応じません")]
    [InlineData("Tls", "選んだ暗号化では話せません")]
    public async Task The_wrong_encryption_is_named(string security, string words)
    {
        await using var server = new ScriptedServer();
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", Port(server)), ("security", security));
        await administrator.Browser.FollowAsync();

        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains(words, administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear_and_the_test_says_so()
    {
        await using var server = new ScriptedServer();
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", Port(server)), ("security", "None"), ("user", "office"), ("password", "ひみつ"));
        await administrator.Browser.FollowAsync();

        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains("暗号化されていない接続ではパスワードを送りません", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, static line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_that_this_machine_cannot_open_is_said_and_breaks_no_page()
    {
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "smtp.example.jp"), ("user", "office"), ("password", "ひみつ"));
        await using (var db = office.Db())
        {
            await db.MailServers.Where(row => row.OfficeId == administrator.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.ProtectedPassword, "CfDJ8-of-another-machine"));
        }

        Assert.Equal(HttpStatusCode.OK, await administrator.Browser.GetAsync("/mail"));
        await administrator.Browser.GetAsync("/settings/mail");
        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains("パスワードを入れ直してください", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_and_a_missing_sender_are_named()
    {
        var administrator = await AdministratorAsync(officeMail: "");
        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", "1"), ("security", "None"));
        await administrator.Browser.FollowAsync();
        await administrator.Browser.PostAsync("/settings/mail/test");
        Assert.Contains("差出人のアドレスがありません", administrator.Browser.Text, StringComparison.Ordinal);

        await KeepAsync(administrator, ("host", "127.0.0.1"), ("port", "1"), ("security", "None"), ("from", "from@s.example.jp"));
        await administrator.Browser.FollowAsync();
        await administrator.Browser.PostAsync("/settings/mail/test");

        Assert.Contains("ポート 1 につながりません", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_goes_in_protected_never_comes_out_and_goes_to_no_other_host()
    {
        var administrator = await AdministratorAsync();
        await KeepAsync(administrator, ("host", "smtp.example.jp"), ("user", "office"), ("password", "ひみつのことば"));
        await using var db = office.Db();
        var kept = await db.MailServers.AsNoTracking().SingleAsync(row => row.OfficeId == administrator.OfficeId);

        await administrator.Browser.GetAsync("/settings/mail");
        Assert.DoesNotContain("ひみつのことば", administrator.Browser.Html + kept.ProtectedPassword, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await KeepAsync(administrator, ("host", "smtp.example.jp"), ("user", "office"), ("password", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, ("host", "elsewhere.example.jp"), ("user", "office"), ("password", "")));

        Assert.Equal(kept.ProtectedPassword, (await db.MailServers.AsNoTracking().SingleAsync(row => row.OfficeId == administrator.OfficeId)).ProtectedPassword);
    }

    [Theory]
    [InlineData("host", "smtp example jp")]
    [InlineData("port", "99999")]
    [InlineData("security", "Perhaps")]
    [InlineData("perMinute", "0")]
    [InlineData("from", "office\r\nBcc: x@example.jp")]
    public async Task What_is_wrong_is_refused(string field, string typed)
    {
        var administrator = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(administrator, ("host", "smtp.example.jp"), (field, typed)));
    }

    private static string Port(ScriptedServer server) => server.Settings.Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> KeepAsync(Staff administrator, params IEnumerable<(string Name, string Value)> fields)
    {
        await administrator.Browser.GetAsync("/settings/mail");
        return await administrator.Browser.PostAsync("/settings/mail", fields.GroupBy(static field => field.Name, StringComparer.Ordinal).Select(static group => group.Last()));
    }

    private async Task<Staff> AdministratorAsync(string officeMail = "office@s.example.jp")
    {
        var officeId = Guid.CreateVersion7();
        await using var db = office.Db();
        db.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Mail = officeMail });
        await db.SaveChangesAsync();
        return await Staff.JoinAsync(office, [Roles.Administrator], officeId, "事務管理者J");
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MailServerPageTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MailServerPageTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
