using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Queue;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The test runner calls DisposeAsync.")]
public abstract class QuietHoursTests(RunningOffice office) : IAsyncLifetime
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    private readonly Correspondence letters = new(office);
    private readonly ScriptedServer server = new();

    public async Task InitializeAsync()
    {
        await letters.OpenAsync();
        await letters.LeaveByAsync(server);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task D8_What_is_due_at_ten_past_eleven_on_a_friday_night_leaves_on_monday_at_nine()
    {
        var night = MoveToFridayNight();
        var monday = new DateTimeOffset(night.Date.AddDays(3).AddHours(9), Tokyo);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        var atNight = await ReadAsync(mail.Id);
        office.Clock.MoveTo(monday.AddSeconds(-1));
        await office.DrainAsync();
        var justBefore = await ReadAsync(mail.Id);
        office.Clock.MoveTo(monday);
        await office.DrainAsync();

        Assert.Equal((MailState.Waiting, MailState.Waiting), (atNight.State, justBefore.State));
        var sent = await ReadAsync(mail.Id);
        Assert.Equal((MailState.Sent, 1, monday.ToUniversalTime()), (sent.State, sent.Attempts, sent.SentAt));
    }

    [Fact]
    public async Task What_could_not_leave_by_day_is_not_tried_again_at_night()
    {
        office.Clock.MoveTo(MoveToFridayNight().AddDays(3).AddHours(-6));
        var mail = await letters.PutAsync(letters.Order());
        await using var busy = new ScriptedServer(("greeting", "421 busy"));
        await letters.LeaveByAsync(busy);
        await office.DrainAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(50));
        await office.DrainAsync();

        Assert.Equal(TimeSpan.FromHours(9), (await DueAtAsync(mail.Id)).ToOffset(Tokyo).TimeOfDay);
        Assert.Equal(MailState.Waiting, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task What_stays_in_the_house_wakes_nobody_and_is_there_at_once()
    {
        MoveToFridayNight();
        await using (var db = office.Db())
        {
            await db.MailServers.Where(row => row.OfficeId == letters.OfficeId).ExecuteDeleteAsync();
        }

        var mail = await letters.PutAsync(letters.Order());
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
        Assert.True(File.Exists(Path.Combine(office.DataDirectory, "mail", $"{mail.Id:n}.eml")));
    }

    [Fact]
    public async Task What_somebody_sits_and_waits_for_leaves_at_once()
    {
        MoveToFridayNight();
        var mail = await letters.PutAsync(letters.Order() with { IsPrompt = true });

        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task The_page_says_when_it_leaves_and_a_person_can_send_it_at_once()
    {
        MoveToFridayNight();
        var mail = await letters.PutAsync(letters.Order());
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}");
        Assert.Contains("09:00に送ります", clerk.Browser.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await clerk.Browser.PostAsync($"/mail/{mail.Id}/now");
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    /// <summary>The clock only goes forward: the first Friday, 23:10, that is still to come.</summary>
    private DateTimeOffset MoveToFridayNight()
    {
        var today = office.Clock.GetUtcNow().ToOffset(Tokyo).Date;
        var night = new DateTimeOffset(today.AddDays(((int)DayOfWeek.Friday - (int)today.DayOfWeek + 7) % 7).AddHours(23).AddMinutes(10), Tokyo);
        night = night > office.Clock.GetUtcNow() ? night : night.AddDays(7);
        office.Clock.MoveTo(night);
        return night;
    }

    private async Task<SentMail> ReadAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.SingleAsync(mail => mail.Id == id);
    }

    private async Task<DateTimeOffset> DueAtAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Outbox.Where(entry => entry.Payload == id.ToString()).Select(static entry => entry.DueAt).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : QuietHoursTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : QuietHoursTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
