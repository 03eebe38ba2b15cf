using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;
using Xunit.Abstractions;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Queue;

/// <summary>
/// Reminders that all fall due at one opening, after the server was down for three days. <c>OFFICE_REMINDERS=10000</c> is the size that
/// <c>docs/bench.md</c> tells of; the time it takes is written to the test's output.
/// </summary>
public abstract class ManyRemindersTests(RunningOffice office, ITestOutputHelper output)
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("OFFICE_REMINDERS") ?? "300", CultureInfo.InvariantCulture);

    private static readonly Bpmn Waiting = new Bpmn("waiting").Start().Work("answer").End()
        .Repeating("reminder", "answer", "repeat working days(1, 1)")
        .Mail("remind", "template=work-reminder;to==recipient;until=answer").End("reminded")
        .Path("start", "answer", "end").Path("reminder", "remind", "reminded");

    [Fact]
    public async Task All_are_queued_once_and_leave_at_the_servers_rate_in_office_hours_but_to_those_who_answered_meanwhile()
    {
        await using var server = new ScriptedServer();
        var cases = await Cases.NewAsync(office);
        var perMinute = Count / 5;
        await PrepareAsync(cases, server, perMinute);
        var start = office.Clock.GetUtcNow();
        for (var one = 0; one < Count; one++)
        {
            await cases.StartAsync("waiting", KeyValuePair.Create("recipient", Recipient(one)));
        }

        // Tuesday, 9:00 is when they are due; the server is back on Friday, three minutes before the office closes.
        office.Clock.MoveTo(start.AddDays(4).AddHours(8).AddMinutes(57));
        var watch = Stopwatch.StartNew();
        await office.DrainAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} reminders fired and queued in {watch.Elapsed.TotalSeconds:0.0} s"));
        await using var db = cases.Db();
        Assert.Equal(Count, await db.Mails.CountAsync());
        Assert.Empty(server.Heard);

        foreach (var work in (await cases.OpenWorkAsync()).Take(Count / 10))
        {
            await cases.FinishAsync(work);
        }

        await db.MailPauses.ExecuteDeleteAsync();
        await db.Outbox.Where(static entry => entry.State == OutboxState.Held).ExecuteUpdateAsync(static entry => entry.SetProperty(static row => row.State, OutboxState.Waiting));
        watch.Restart();
        while (await db.Mails.AnyAsync(static mail => mail.State == MailState.Waiting))
        {
            await office.DrainAsync();
            office.Clock.Advance(TimeSpan.FromSeconds(10));
            office.Clock.MoveTo(Opening(office.Clock.GetUtcNow()));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mailed in {watch.Elapsed.TotalSeconds:0.0} s, the waiting for the rate left out"));
        var mails = await db.Mails.AsNoTracking().ToListAsync();
        var sent = mails.Where(static mail => mail.State is MailState.Sent).ToList();
        Assert.Equal((Count - (Count / 10), Count / 10), (sent.Count, mails.Count(static mail => mail.State is MailState.Withdrawn)));
        Assert.Equal(sent.Select(static mail => $"Message-ID: {mail.MessageId}").Order(StringComparer.Ordinal), server.Heard.Where(static line => line.StartsWith("Message-ID:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(sent.GroupBy(static mail => mail.SentAt), moment => Assert.InRange(sent.Count(mail => mail.SentAt > moment.Key - TimeSpan.FromMinutes(1) && mail.SentAt <= moment.Key), 1, perMinute));
        Assert.All(sent, static mail => Assert.Equal(mail.SentAt, Opening(mail.SentAt!.Value)));
        Assert.Contains(sent, mail => mail.SentAt > start.AddDays(7));
    }

    private static Value Recipient(int number) =>
        Value.Record.Empty.With("name", Value.Of($"相手{number}")).With("mail", Value.Of(string.Create(CultureInfo.InvariantCulture, $"someone{number}@example.jp")));

    private static DateTimeOffset Opening(DateTimeOffset moment) => OpenHours.OnOrAfter(moment, WorkCalendar.WeekdaysInTokyo)!.Value;

    /// <summary>The mail is stopped at first, so that what is fired and queued can be told from what is mailed.</summary>
    private async Task PrepareAsync(Cases cases, ScriptedServer server, int perMinute)
    {
        await cases.PublishAsync("waiting", Waiting);
        await using var db = cases.Db();
        (await db.Offices.SingleAsync(row => row.Id == cases.OfficeId)).Mail = "office@s.example.jp";
        db.MailServers.Add(new MailServer
        {
            OfficeId = cases.OfficeId,
            Host = "127.0.0.1",
            Port = server.Settings.Port,
            Security = SmtpSecurity.None,
            PerMinute = perMinute,
            ChangedAt = office.Clock.GetUtcNow(),
        });
        db.MailPauses.Add(new MailPause { OfficeId = cases.OfficeId, PausedAt = office.Clock.GetUtcNow(), PausedBy = Guid.CreateVersion7(), PausedByName = "事務員", Reason = "試験" });
        await db.SaveChangesAsync();
        await OfficeWordings.SeedAsync(db, cases.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office, ITestOutputHelper output) : ManyRemindersTests(office, output), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office, ITestOutputHelper output) : ManyRemindersTests(office, output), IClassFixture<RunningOffice.OnPostgres>;
}
