using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Outbox;
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
        await EndLinksAsync();

        Assert.Equal(0, await SendAsync());

        Assert.Equal(MailState.Withdrawn, await StateAsync(answered.Id));
    }

    [Fact]
    public async Task A_digest_leaves_while_one_mail_of_it_is_wanted_also_to_a_corrected_address()
    {
        var staff = await DigestReaderAsync();
        var poll = await letters.PutAsync(await PollAsync(staff.Mail));
        var plain = await letters.PutAsync(letters.Order(staff.Mail));
        await SendAsync();
        await EndLinksAsync();
        var digest = await DigestAsync();
        await FailAsync(digest.Id);

        await staff.Browser.GetAsync($"/mail/{digest.Id}/address");
        await staff.Browser.PostAsync($"/mail/{digest.Id}/address", [("address", "right@example.jp")]);
        await office.DrainAsync();

        var other = await DigestAsync("right@example.jp");
        Assert.Equal(MailState.Sent, other.State);
        Assert.Equal((MailState.Gathered, MailState.Gathered), (await StateAsync(poll.Id), await StateAsync(plain.Id)));
    }

    [Fact]
    public async Task What_was_answered_before_the_digest_left_does_not_take_the_rest_with_it()
    {
        var staff = await DigestReaderAsync();
        await letters.PutAsync(await PollAsync(staff.Mail));
        await letters.PutAsync(letters.Order(staff.Mail));
        await SendAsync();
        await EndLinksAsync();

        await office.DrainAsync();

        Assert.Equal(MailState.Sent, (await DigestAsync()).State);
    }

    [Fact]
    public async Task A_digest_of_which_nobody_needs_anything_is_withdrawn_with_all_its_mails()
    {
        var staff = await DigestReaderAsync();
        var polls = new[] { await letters.PutAsync(await PollAsync(staff.Mail, "t")), await letters.PutAsync(await PollAsync(staff.Mail, "u")) };
        await SendAsync();
        await EndLinksAsync();

        await office.DrainAsync();

        Assert.Equal(MailState.Withdrawn, (await DigestAsync()).State);
        Assert.Equal([MailState.Withdrawn, MailState.Withdrawn], [await StateAsync(polls[0].Id), await StateAsync(polls[1].Id)]);
    }

    [Fact]
    public async Task A_digest_that_a_person_takes_back_says_of_none_of_its_mails_that_it_was_sent()
    {
        var staff = await DigestReaderAsync();
        var (one, other) = (await letters.PutAsync(letters.Order(staff.Mail)), await letters.PutAsync(letters.Order(staff.Mail)));
        await SendAsync();
        var address = $"/mail/{(await DigestAsync()).Id}/withdrawal";

        await staff.Browser.GetAsync(address);
        await staff.Browser.PostAsync(address);

        Assert.Equal((MailState.Withdrawn, MailState.Withdrawn), (await StateAsync(one.Id), await StateAsync(other.Id)));
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

    private async Task EndLinksAsync()
    {
        await using var db = office.Db();
        await db.GuestLinks.Where(link => link.OfficeId == letters.OfficeId).ExecuteUpdateAsync(link => link.SetProperty(static row => row.RevokedAt, office.Clock.GetUtcNow()));
    }

    private async Task<MailOrder> PollAsync(string address, string target = "t")
    {
        await using var db = office.Db();
        var path = await office.Services.GetRequiredService<Links>()
            .MakeAsync(db, letters.OfficeId, "poll", target, "N", office.Clock.GetUtcNow().AddDays(1), needsCode: false, CancellationToken.None);
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

    /// <summary>The one digest of the office, to whatever address or to this.</summary>
    private async Task<SentMail> DigestAsync(string? address = null)
    {
        await using var db = office.Db();
        return await db.Mails.AsNoTracking().SingleAsync(mail => mail.OfficeId == letters.OfficeId && mail.Template == "digest" && (address == null || mail.Address == address));
    }

    private async Task FailAsync(Guid id)
    {
        await using var db = office.Db();
        (await db.Mails.SingleAsync(mail => mail.Id == id)).State = MailState.Failed;
        (await db.Outbox.SingleAsync(entry => entry.Payload == id.ToString())).State = OutboxState.Failed;
        await db.SaveChangesAsync();
    }

    private async Task<MailState> StateAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.Mails.Where(mail => mail.Id == id).Select(static mail => mail.State).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SendDigestsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SendDigestsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
