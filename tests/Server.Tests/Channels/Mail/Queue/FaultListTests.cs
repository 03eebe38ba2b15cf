using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Queue;

/// <summary>From the commit to the mail server and back to the page: no mail is lost, none is silently doubled, each outcome says what to do.</summary>
public abstract class FaultListTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("greeting", "421 busy", "いまは受け付けられない")]
    [InlineData("greeting", "554 go away", "契約先に確かめ")]
    [InlineData("greeting", "hello?", "サーバーの名前とポート番号を確かめて")]
    [InlineData("EHLO", "drop", "暗号化の種類が合っているか")]
    [InlineData("MAIL", "452 full", "自動でもう一度試します")]
    [InlineData("RCPT", "450 4.2.0 greylisted", "自動でもう一度試します")]
    [InlineData("DATA", "drop", "接続を途中で切りました")]
    [InlineData(".", "451 later", "自動でもう一度試します")]
    public async Task E3_Backoff_what_surely_did_not_leave_is_tried_again_by_itself_and_arrives_once(string verb, string reply, string words)
    {
        await using var faulty = new ScriptedServer((verb, reply));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(faulty);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        var page = await PageAsync(mail.Id);
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DrainAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
        Assert.Single(sound.Heard, $"Message-ID: {mail.MessageId}");
    }

    [Theory]
    [InlineData("MAIL", "553 not yours", "差出人のアドレス")]
    [InlineData("RCPT", "550 5.1.1 no such mailbox", "アドレスを確かめ、直して送ってください")]
    [InlineData(".", "554 5.7.1 spam", "メールの中身を")]
    public async Task E3_What_was_refused_for_ever_is_shown_with_what_to_do_and_not_tried_again(string verb, string reply, string words)
    {
        await using var refusing = new ScriptedServer((verb, reply));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(refusing);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        await office.DrainAsync();

        Assert.Equal(MailState.Failed, (await ReadAsync(mail.Id)).State);
        Assert.Contains(words, await PageAsync(mail.Id), StringComparison.Ordinal);
        Assert.Empty(sound.Heard);
    }

    [Fact]
    public async Task E2_What_was_handed_over_without_an_answer_waits_for_a_person_and_is_not_doubled()
    {
        await using var silent = new ScriptedServer((".", "drop"));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(silent);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        await office.DrainAsync();

        Assert.Equal(MailState.Maybe, (await ReadAsync(mail.Id)).State);
        Assert.Contains("相手に電話などで確かめてください", await PageAsync(mail.Id), StringComparison.Ordinal);
        Assert.Empty(sound.Heard);
    }

    [Fact]
    public async Task While_a_server_is_out_of_reach_other_mails_wait_for_it_and_count_no_attempt()
    {
        await using var away = new ScriptedServer(("greeting", "421 busy"));
        await letters.LeaveByAsync(away);
        var first = await letters.PutAsync(letters.Order());
        await office.DrainAsync();

        var second = await letters.PutAsync(letters.Order());
        await office.DrainAsync();

        Assert.Equal((1, 0), (await AttemptsAsync(first.Id), await AttemptsAsync(second.Id)));
        Assert.Equal(MailState.Waiting, (await ReadAsync(second.Id)).State);
    }

    private async Task<string> PageAsync(Guid id)
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        await clerk.Browser.GetAsync($"/mail/{id}");
        return clerk.Browser.Text;
    }

    private async Task<SentMail> ReadAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id);
    }

    private async Task<int> AttemptsAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Outbox.Where(entry => entry.Payload == id.ToString()).Select(static entry => entry.Attempts).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FaultListTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FaultListTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
