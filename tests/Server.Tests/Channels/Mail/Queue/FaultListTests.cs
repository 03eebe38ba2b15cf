using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
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
    [InlineData("RCPT", "drop", "接続を途中で切りました")]
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
        Assert.Contains("試した回数 1 回", page, StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
        Assert.Single(sound.Heard, IdOf(mail));
    }

    [Fact]
    public async Task E6_Two_attempts_carry_one_message_id()
    {
        await using var faulty = new ScriptedServer((".", "451 later"));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(faulty);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(6));
        await office.DrainAsync();

        Assert.Equal((MailState.Sent, 2), ((await ReadAsync(mail.Id)).State, (await ReadAsync(mail.Id)).Attempts));
        Assert.Single(faulty.Heard, IdOf(mail));
        Assert.Single(sound.Heard, IdOf(mail));
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
        Assert.DoesNotContain(IdOf(mail), sound.Heard);
    }

    [Theory]
    [InlineData(".", "drop")]
    [InlineData("body", "drop")]
    public async Task E2_What_was_handed_over_without_an_answer_waits_for_a_person_and_is_not_doubled(string verb, string reply)
    {
        await using var silent = new ScriptedServer((verb, reply));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(silent);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(20));
        await office.DrainAsync();

        Assert.Equal(MailState.Maybe, (await ReadAsync(mail.Id)).State);
        Assert.Contains("相手に電話などで確かめてください", await PageAsync(mail.Id), StringComparison.Ordinal);
        Assert.DoesNotContain(IdOf(mail), sound.Heard);
    }

    [Theory]
    [InlineData("greeting")]
    [InlineData("RCPT")]
    [InlineData(".")]
    public async Task A_slow_server_is_waited_for_and_the_mail_arrives_once(string verb)
    {
        await using var slow = new ScriptedServer((verb, "slow"));
        await letters.LeaveByAsync(slow);
        var mail = await letters.PutAsync(letters.Order());

        var draining = office.DrainAsync();
        await slow.Silent.Task;
        Assert.Equal(MailState.Waiting, (await ReadAsync(mail.Id)).State);
        slow.Speak();
        await draining;
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
        Assert.Single(slow.Heard, IdOf(mail));
    }

    [Fact]
    public async Task E3_What_was_stopped_before_the_last_dot_leaves_once_when_the_server_runs_again()
    {
        await using var slow = new ScriptedServer(("RCPT", "slow"));
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(slow);
        var mail = await letters.PutAsync(letters.Order());
        await StopWhileSilentAsync(slow, stopped => Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped));

        Assert.Equal(MailState.Waiting, (await ReadAsync(mail.Id)).State);
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
        Assert.DoesNotContain(IdOf(mail), slow.Heard);
        Assert.Single(sound.Heard, IdOf(mail));
    }

    [Theory]
    [InlineData(null, MailState.Sent)]
    [InlineData("554 5.7.1 spam", MailState.Failed)]
    public async Task E2_What_is_stopped_after_the_last_dot_waits_for_the_answer_and_leaves_nobody_in_doubt(string? reply, MailState state)
    {
        await using var slow = new ScriptedServer((".", "slow")) { Slowly = reply };
        await using var sound = new ScriptedServer();
        await letters.LeaveByAsync(slow);
        var mail = await letters.PutAsync(letters.Order());
        await StopWhileSilentAsync(slow, async stopped =>
        {
            slow.Speak();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        });

        Assert.Equal(state, (await ReadAsync(mail.Id)).State);
        await letters.LeaveByAsync(sound);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();

        Assert.Equal(state, (await ReadAsync(mail.Id)).State);
        Assert.DoesNotContain(IdOf(mail), sound.Heard);
    }

    [Fact]
    public async Task E3_A_server_that_does_not_encrypt_gets_nothing_and_the_page_says_why()
    {
        await using var plain = new ScriptedServer();
        await letters.LeaveByAsync(plain, SmtpSecurity.StartTls);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();

        Assert.Contains("暗号化(STARTTLS)に応じません", await PageAsync(mail.Id), StringComparison.Ordinal);
        Assert.Equal(MailState.Waiting, (await ReadAsync(mail.Id)).State);
        Assert.DoesNotContain(plain.Heard, static line => line.StartsWith("MAIL", StringComparison.Ordinal));
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

    /// <summary>The product is stopped while the mail server keeps it waiting.</summary>
    private async Task StopWhileSilentAsync(ScriptedServer server, Func<Task, Task> then)
    {
        using var stop = new CancellationTokenSource();
        var pump = office.Services.GetRequiredService<Pump>();
        var draining = pump.DrainAsync(stop.Token);
        await server.Silent.Task;
        await stop.CancelAsync();
        await then(draining);
    }

    /// <summary>The line by which a server knows this mail: what another test left waiting may leave beside it.</summary>
    private static string IdOf(SentMail mail) => $"Message-ID: {mail.MessageId}";

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
