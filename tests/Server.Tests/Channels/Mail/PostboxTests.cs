using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Channels.Calendar;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

public abstract class PostboxTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task E1_A_mail_is_written_with_its_cause_and_waits_in_the_outbox()
    {
        var mail = await letters.PutAsync(letters.Order() with { OrderKey = "meeting-1", OrderNumber = 2 });

        await using var db = office.Db();
        var kept = await db.Mails.SingleAsync(row => row.Id == mail.Id);
        Assert.Equal((MailState.Waiting, "office@s.example.jp", "draft-submitted", 1), (kept.State, kept.SenderAddress, kept.Template, kept.TemplateVersion));
        Assert.StartsWith("市の職員N 様\n", kept.Text, StringComparison.Ordinal);
        Assert.Equal($"<{mail.Id:n}@s.example.jp>", kept.MessageId);
        var entry = await db.Outbox.SingleAsync(row => row.OfficeId == letters.OfficeId);
        Assert.Equal(("mail", "meeting-1", 2, OutboxState.Waiting), (entry.Kind, entry.OrderKey, entry.OrderNumber, entry.State));
    }

    [Fact]
    public async Task E1_What_is_rolled_back_with_its_step_sends_nothing()
    {
        await using (var db = office.Db())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync<int>(
                async stop =>
                {
                    await office.Services.GetRequiredService<Postbox>().PutAsync(db, letters.Order(), office.Clock.GetUtcNow(), stop);
                    Assert.NotEqual(0, await db.SaveChangesAsync(stop));
                    throw new InvalidOperationException("The step fails after its mail was written.");
                },
                CancellationToken.None));
        }

        await office.DrainAsync();

        await using var after = office.Db();
        Assert.Empty(await after.Mails.Where(row => row.OfficeId == letters.OfficeId).ToListAsync());
        Assert.Empty(await after.Outbox.Where(row => row.OfficeId == letters.OfficeId).ToListAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("電話のみ")]
    [InlineData("n@example.jp\r\nBcc: evil@example.jp")]
    public async Task A_recipient_without_a_usable_address_is_kept_and_shown_and_not_sent(string? address)
    {
        var mail = await letters.PutAsync(letters.Order(address));

        await using var db = office.Db();
        Assert.Equal(MailState.NoAddress, (await db.Mails.SingleAsync(row => row.Id == mail.Id)).State);
        Assert.Empty(await db.Outbox.Where(row => row.OfficeId == letters.OfficeId).ToListAsync());
    }

    [Theory]
    [InlineData("no-such-mail", "mail-template-unknown")]
    [InlineData("meeting-poll", "mail-placeholder-empty")]
    public async Task A_mail_that_cannot_be_written_says_why_and_leaves_nothing(string template, string code)
    {
        await using var db = office.Db();

        var put = await office.Services.GetRequiredService<Postbox>()
            .PutAsync(db, letters.Order() with { Template = template }, office.Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal(code, Assert.IsType<Outcome<SentMail>.Refused>(put).Refusal.Code);
        Assert.Empty(db.Mails.Local);
    }

    [Fact]
    public async Task An_office_without_an_address_of_its_own_is_told_so()
    {
        await using var db = office.Db();
        var silent = new OfficeFile { Id = Guid.CreateVersion7(), Name = "事業所", Number = "1234567899" };
        db.Offices.Add(silent);
        await db.SaveChangesAsync();

        var put = await office.Services.GetRequiredService<Postbox>()
            .PutAsync(db, letters.Order() with { OfficeId = silent.Id }, office.Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal("mail-sender-missing", Assert.IsType<Outcome<SentMail>.Refused>(put).Refusal.Code);
    }

    [Fact]
    public async Task The_kept_mail_opens_no_link_and_the_sent_one_does()
    {
        var path = "";
        await using (var db = office.Db())
        {
            path = await office.Services.GetRequiredService<Links>()
                .MakeAsync(db, letters.OfficeId, "poll", "t", "N", office.Clock.GetUtcNow().AddDays(1), needsCode: false, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var link = office.Services.GetRequiredService<SiteAddress>().Of(path);
        var data = Value.Record.Empty.With("link", Value.Of(link)).With("answersBy", Value.Of(new DateOnly(2026, 2, 1)));
        var mail = await letters.PutAsync(letters.Order() with { Template = "meeting-poll", Data = data });

        Assert.DoesNotContain(path.Split('.')[1], mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains(link, GuestToken.Reveal(mail.Text, office.Services.GetRequiredService<GuestKey>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_message_is_kept_as_it_is_sent()
    {
        var invitation = Invitations.Meeting with { Recipient = Mailbox.Of("市の職員N", "n@example.jp")! };

        var mail = await letters.PutAsync(letters.Order() with { Invitation = invitation });

        await using var db = office.Db();
        var kept = await db.Mails.SingleAsync(row => row.Id == mail.Id);
        Assert.Equal("REQUEST", kept.CalendarMethod);
        Assert.Contains("UID:meeting-1@s.example.jp", kept.CalendarText, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PostboxTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PostboxTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
