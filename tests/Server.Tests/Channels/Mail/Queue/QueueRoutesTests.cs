using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Queue;

public abstract class QueueRoutesTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task While_a_person_has_stopped_the_mail_none_leaves_and_all_read_who_and_why()
    {
        var clerk = await ClerkAsync();
        await StopAsync(clerk);
        var mail = await letters.PutAsync(letters.Order());

        await office.DrainAsync();
        var stopped = await ReadAsync(mail.Id);
        await clerk.Browser.GetAsync("/mail");
        Assert.Contains("宛先を確かめています", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("事務員𠮷田", clerk.Browser.Text, StringComparison.Ordinal);
        await clerk.Browser.PostAsync("/mail/pause/end");
        await office.DrainAsync();

        Assert.Equal((MailState.Waiting, 0), (stopped.State, stopped.Attempts));
        Assert.Equal((MailState.Sent, 1), ((await ReadAsync(mail.Id)).State, (await ReadAsync(mail.Id)).Attempts));
        Assert.Equal(["mail-paused", "mail-resumed"], await ActsAsync("mail"));
    }

    [Fact]
    public async Task Stopping_needs_a_reason_and_twice_is_once()
    {
        var clerk = await ClerkAsync();
        await clerk.Browser.GetAsync("/mail/pause");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync("/mail/pause", [("reason", " ")]));

        await StopAsync(clerk);
        await StopAsync(clerk);

        Assert.Equal(["mail-paused"], await ActsAsync("mail"));
    }

    [Fact]
    public async Task What_was_put_to_the_held_ones_after_the_mail_went_on_goes_on_too()
    {
        var mail = await letters.PutAsync(letters.Order());
        await using (var db = office.Db())
        {
            (await db.Outbox.SingleAsync(entry => entry.Payload == mail.Id.ToString())).State = OutboxState.Held;
            await db.SaveChangesAsync();
        }

        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task A_mail_that_was_taken_back_never_leaves_even_when_it_was_already_claimed()
    {
        var clerk = await ClerkAsync();
        var mail = await letters.PutAsync(letters.Order());
        var claimed = await EntryAsync(mail.Id);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}/withdrawal");
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/withdrawal"));
        await office.Services.GetRequiredService<Performing>().PerformAsync(claimed, CancellationToken.None);
        await office.DrainAsync();

        Assert.Equal(MailState.Withdrawn, (await ReadAsync(mail.Id)).State);
        Assert.Equal(OutboxState.Cancelled, (await EntryAsync(mail.Id)).State);
        Assert.False(File.Exists(Path.Combine(office.DataDirectory, "mail", $"{mail.Id:n}.eml")));
        Assert.Equal(["mail-withdrawn"], await ActsAsync($"mail:{mail.Id}"));
    }

    [Fact]
    public async Task What_has_left_cannot_be_taken_back()
    {
        var clerk = await ClerkAsync();
        var mail = await letters.PutAsync(letters.Order());
        await clerk.Browser.GetAsync($"/mail/{mail.Id}/withdrawal");
        await office.DrainAsync();

        Assert.Equal(HttpStatusCode.Conflict, await clerk.Browser.PostAsync($"/mail/{mail.Id}/withdrawal"));
        Assert.Equal(MailState.Sent, (await ReadAsync(mail.Id)).State);
    }

    [Fact]
    public async Task A_corrected_address_gets_a_mail_of_its_own_and_the_old_one_stays_as_it_was()
    {
        var clerk = await ClerkAsync();
        var mail = await letters.PutAsync(letters.Order("wrong@example.jp") with { CaseId = Guid.CreateVersion7() });
        await FailAsync(mail.Id);

        await clerk.Browser.GetAsync($"/mail/{mail.Id}/address");
        var form = clerk.Browser.Html;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync($"/mail/{mail.Id}/address", [("address", "no address")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync($"/mail/{mail.Id}/address", [("address", "WRONG@example.jp")]));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/address", [("address", "right@example.jp")]));
        await clerk.Browser.ShowAsync(form);
        Assert.Equal(HttpStatusCode.Conflict, await clerk.Browser.PostAsync($"/mail/{mail.Id}/address", [("address", "right@example.jp")]));
        await office.DrainAsync();

        var old = await ReadAsync(mail.Id);
        var next = await ReadAsync(old.ReplacedBy!.Value);
        Assert.Equal((MailState.Replaced, "wrong@example.jp"), (old.State, old.Address));
        Assert.Equal((MailState.Sent, "right@example.jp", mail.CaseId, mail.Text), (next.State, next.Address, next.CaseId, next.Text));
        Assert.NotEqual(mail.MessageId, next.MessageId);
    }

    [Fact]
    public async Task Somebody_without_an_address_gets_the_mail_once_one_is_entered()
    {
        var clerk = await ClerkAsync();
        var mail = await letters.PutAsync(letters.Order(address: null));

        await clerk.Browser.GetAsync($"/mail/{mail.Id}/address");
        await clerk.Browser.PostAsync($"/mail/{mail.Id}/address", [("address", "new@example.jp")]);
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await ReadAsync((await ReadAsync(mail.Id)).ReplacedBy!.Value)).State);
    }

    [Fact]
    public async Task E3_All_that_failed_is_sent_again_together()
    {
        var clerk = await ClerkAsync();
        var mails = new[] { await letters.PutAsync(letters.Order()), await letters.PutAsync(letters.Order()) };
        foreach (var mail in mails)
        {
            await FailAsync(mail.Id);
        }

        await clerk.Browser.GetAsync("/mail/failed/sending");
        var page = clerk.Browser.Html;
        await clerk.Browser.PostAsync("/mail/failed/sending");
        await clerk.Browser.ShowAsync(page);
        await clerk.Browser.PostAsync("/mail/failed/sending");
        await office.DrainAsync();

        await using var db = office.Db();
        Assert.All(mails, mail => Assert.Equal(MailState.Sent, db.Mails.Single(row => row.Id == mail.Id).State));
        Assert.Equal(4, await db.Outbox.CountAsync(entry => entry.OfficeId == letters.OfficeId));
    }

    [Fact]
    public async Task Strangers_find_nothing_to_change_and_auditors_only_read()
    {
        var mail = await letters.PutAsync(letters.Order());
        await FailAsync(mail.Id);
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], letters.OfficeId);

        foreach (var place in new[] { "withdrawal", "address" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/mail/{mail.Id}/{place}"));
            Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync($"/mail/{mail.Id}/{place}"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync("/mail/pause"));
        await auditor.Browser.GetAsync("/mail");
        Assert.DoesNotContain("/mail/pause", auditor.Browser.Html, StringComparison.Ordinal);
        await StopAsync(stranger);
        var other = await letters.PutAsync(letters.Order());
        await office.DrainAsync();
        Assert.Equal(MailState.Sent, (await ReadAsync(other.Id)).State);
    }

    private static async Task StopAsync(Staff staff)
    {
        await staff.Browser.GetAsync("/mail/pause");
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync("/mail/pause", [("reason", "宛先を確かめています")]));
    }

    private Task<Staff> ClerkAsync() => Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId, "事務員𠮷田");

    private async Task<SentMail> ReadAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id);
    }

    private async Task<OutboxEntry> EntryAsync(Guid mail)
    {
        await using var db = office.Db();
        return await db.Outbox.AsNoTracking().SingleAsync(entry => entry.Payload == mail.ToString());
    }

    private async Task<List<string>> ActsAsync(string about)
    {
        await using var db = office.Db();
        return await db.Audit.Where(entry => entry.OfficeId == letters.OfficeId && entry.About == about).OrderBy(static entry => entry.At).Select(static entry => entry.Act).ToListAsync();
    }

    private async Task FailAsync(Guid id)
    {
        await using var db = office.Db();
        (await db.Mails.SingleAsync(mail => mail.Id == id)).State = MailState.Failed;
        (await db.Outbox.SingleAsync(entry => entry.Payload == id.ToString())).State = OutboxState.Failed;
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : QueueRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : QueueRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
