using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Digests;

public abstract class SendDigestsTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_asked_for_it_gets_one_mail_a_day_with_links_that_work()
    {
        var staff = await DigestReaderAsync();
        var plain = await letters.PutAsync(letters.Order(staff.Mail));
        var poll = await letters.PutAsync(await PollAsync(staff.Mail));
        await office.DrainAsync();
        Assert.Equal((MailState.Collected, MailState.Collected), (plain.State, poll.State));

        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());
        await office.DrainAsync();

        await using var db = office.Db();
        var parts = await db.Mails.AsNoTracking().Where(mail => mail.OfficeId == letters.OfficeId && mail.State == MailState.Gathered).ToListAsync();
        var digest = await db.Mails.AsNoTracking().SingleAsync(mail => mail.OfficeId == letters.OfficeId && mail.Template == "digest");
        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Equal(digest.Id, part.ReplacedBy));
        Assert.Equal(MailState.Sent, digest.State);
        Assert.Contains("（2件）", digest.Subject, StringComparison.Ordinal);
        var eml = await File.ReadAllTextAsync(Path.Combine(office.DataDirectory, "mail", $"{digest.Id:n}.eml"));
        var text = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(eml.Split("base64\r\n\r\n")[1].Split("\r\n--")[0].Replace("\r\n", "", StringComparison.Ordinal)));
        Assert.Contains(plain.Subject, text, StringComparison.Ordinal);
        Assert.Matches("/g/[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", text);
        Assert.DoesNotContain("***", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_one_goes_as_it_is()
    {
        var staff = await DigestReaderAsync();
        var only = await letters.PutAsync(letters.Order(staff.Mail));

        await SendAsync();
        await office.DrainAsync();

        Assert.Equal(MailState.Sent, await StateAsync(only.Id));
    }

    [Fact]
    public async Task What_nobody_needs_any_more_is_left_out()
    {
        var staff = await DigestReaderAsync();
        var order = await PollAsync(staff.Mail);
        var answered = await letters.PutAsync(order);
        await using (var db = office.Db())
        {
            await db.GuestLinks.Where(link => link.OfficeId == letters.OfficeId).ExecuteUpdateAsync(link => link.SetProperty(static row => row.RevokedAt, office.Clock.GetUtcNow()));
        }

        Assert.Equal(0, await SendAsync());

        Assert.Equal(MailState.Withdrawn, await StateAsync(answered.Id));
    }

    [Fact]
    public async Task What_somebody_sits_and_waits_for_is_not_collected()
    {
        var staff = await DigestReaderAsync();

        Assert.Equal(MailState.Waiting, (await letters.PutAsync(letters.Order(staff.Mail) with { IsPrompt = true })).State);
    }

    [Fact]
    public async Task Who_takes_the_tick_away_gets_each_by_itself_again()
    {
        var staff = await DigestReaderAsync();
        await staff.Browser.GetAsync("/account");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, await staff.Browser.PostAsync("/account/digest", [("wantsDigest", "")]));

        Assert.Equal(MailState.Waiting, (await letters.PutAsync(letters.Order(staff.Mail))).State);
    }

    [Fact]
    public async Task An_outsider_who_asked_for_it_gets_it_too()
    {
        await using (var db = office.Db())
        {
            db.Contacts.Add(new Contact { Id = Guid.CreateVersion7(), OfficeId = letters.OfficeId, Category = ContactCategory.Hospital, Name = "市の職員N", Mail = "n@example.jp", WantsDigest = true });
            await db.SaveChangesAsync();
        }

        Assert.Equal(MailState.Collected, (await letters.PutAsync(letters.Order())).State);
    }

    private async Task<Staff> DigestReaderAsync()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist], letters.OfficeId);
        await staff.Browser.GetAsync("/account");
        await staff.Browser.PostAsync("/account/digest", [("wantsDigest", "true")]);
        return staff;
    }

    private async Task<MailOrder> PollAsync(string address)
    {
        await using var db = office.Db();
        var path = await office.Services.GetRequiredService<Links>()
            .MakeAsync(db, letters.OfficeId, "poll", "t", "N", office.Clock.GetUtcNow().AddDays(1), needsCode: false, CancellationToken.None);
        await db.SaveChangesAsync();
        var data = Value.Record.Empty
            .With("link", Value.Of(office.Services.GetRequiredService<SiteAddress>().Of(path)))
            .With("answersBy", Value.Of(new DateOnly(2026, 2, 1)));
        return letters.Order(address) with { Template = "meeting-poll", Data = data };
    }

    private async Task<int> SendAsync()
    {
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        return await office.Services.GetRequiredService<SendDigests>().HandleAsync(db, letters.OfficeId, CancellationToken.None);
    }

    private async Task<MailState> StateAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.Where(mail => mail.Id == id).Select(static mail => mail.State).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SendDigestsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SendDigestsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
