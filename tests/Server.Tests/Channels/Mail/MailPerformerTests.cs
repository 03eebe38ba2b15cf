using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

public abstract class MailPerformerTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_pump_sends_what_was_committed_once()
    {
        var mail = await letters.PutAsync(letters.Order());
        var pump = office.Services.GetRequiredService<Pump>();

        await pump.DrainAsync(CancellationToken.None);
        await pump.DrainAsync(CancellationToken.None);

        var sent = await ReadAsync(mail.Id);
        Assert.Equal((MailState.Sent, 1, office.Clock.GetUtcNow()), (sent.State, sent.Attempts, sent.SentAt));
        Assert.True(File.Exists(Path.Combine(office.DataDirectory, "mail", $"{mail.Id:n}.eml")));
    }

    [Theory]
    [InlineData("RCPT", "451 later", typeof(PerformResult.Retry))]
    [InlineData("RCPT", "550 nobody", typeof(PerformResult.Failed))]
    [InlineData(".", "drop", typeof(PerformResult.MaybeDone))]
    [InlineData(".", "250 taken", typeof(PerformResult.Done))]
    public async Task What_the_mail_server_answers_is_what_becomes_of_the_entry(string verb, string reply, Type result)
    {
        await using var server = new ScriptedServer((verb, reply));
        var mail = await letters.PutAsync(letters.Order());
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        var entry = await db.Outbox.SingleAsync(row => row.Payload == mail.Id.ToString());
        var performer = new MailPerformer(new OfficeMail(new SmtpMailer(server.Settings), new MailSettings("", From: null, Smtp: null), office.Services.GetRequiredService<IDataProtectionProvider>()), office.Services.GetRequiredService<GuestKey>(), office.Services.GetRequiredService<MailGate>(), []);

        var answer = await performer.PerformAsync(new PerformContext(db, entry, office.Clock.GetUtcNow(), Drafts.Unmarked), CancellationToken.None);

        Assert.IsType(result, answer);
    }

    [Theory]
    [InlineData(OutboxState.MaybeSent, MailState.Maybe)]
    [InlineData(OutboxState.Failed, MailState.Failed)]
    public async Task What_nobody_will_try_again_is_shown_on_the_mail_and_makes_no_incident(OutboxState ended, MailState shown)
    {
        var mail = await letters.PutAsync(letters.Order());
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        var entry = await db.Outbox.SingleAsync(row => row.Payload == mail.Id.ToString());
        entry.State = ended;

        var isSeenTo = await office.Services.GetServices<Performer>().OfType<MailPerformer>().Single()
            .GiveUpAsync(new PerformContext(db, entry, office.Clock.GetUtcNow(), Drafts.Unmarked), "わけ", CancellationToken.None);
        await db.SaveChangesAsync();

        Assert.True(isSeenTo);
        var kept = await ReadAsync(mail.Id);
        Assert.Equal((shown, "わけ"), (kept.State, kept.LastError));
    }

    private async Task<SentMail> ReadAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.SingleAsync(mail => mail.Id == id);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MailPerformerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MailPerformerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
