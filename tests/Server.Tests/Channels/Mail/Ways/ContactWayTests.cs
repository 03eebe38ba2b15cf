using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Ways;

public abstract class ContactWayTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task E7_Somebody_who_wants_fax_gets_a_sheet_to_print_and_no_mail()
    {
        await KnowAsync(contact => (contact.Way, contact.Fax) = (ContactWay.Fax, "03-0000-1111"));
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId, "事務員K");
        var mail = await letters.PutAsync(letters.Order());
        await office.DrainAsync();

        Assert.Equal((MailState.ToHand, ContactWay.Fax, "03-0000-1111"), (mail.State, mail.Way, mail.Number));
        await clerk.Browser.GetAsync("/work");
        Assert.Contains("/mail?state=Need", clerk.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync($"/mail/{mail.Id}/sheet"));
        Assert.Contains("03-0000-1111", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Text.Split('\n')[0], clerk.Browser.Text, StringComparison.Ordinal);
        var sheet = clerk.Browser.Html;
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{mail.Id}/handing-over"));
        await clerk.Browser.ShowAsync(sheet);
        Assert.Equal(HttpStatusCode.Conflict, await clerk.Browser.PostAsync($"/mail/{mail.Id}/handing-over"));

        await using var db = office.Db();
        var told = await db.Mails.SingleAsync(row => row.Id == mail.Id);
        Assert.Equal((MailState.Handed, "事務員K"), (told.State, told.HandedByName));
        Assert.False(await db.Outbox.AnyAsync(entry => entry.OfficeId == letters.OfficeId));
        Assert.Equal(["mail-sheet-opened", "mail-handed-over"], await db.Audit.Where(entry => entry.About == $"mail:{mail.Id}").OrderBy(static entry => entry.At).ThenBy(static entry => entry.Act == "mail-handed-over").Select(static entry => entry.Act).ToListAsync());
        await clerk.Browser.GetAsync("/work");
        Assert.DoesNotContain("/mail?state=Need", clerk.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E7_Somebody_with_nothing_but_a_telephone_is_called()
    {
        await KnowAsync(static contact => (contact.Mail, contact.Phone) = (null, "090-0000-1111"));

        var mail = await letters.PutAsync(letters.Order(address: null));

        Assert.Equal((MailState.ToHand, ContactWay.Phone, "090-0000-1111"), (mail.State, mail.Way, mail.Number));
    }

    [Fact]
    public async Task Two_who_share_a_mailbox_are_told_apart_by_name_and_two_of_one_name_are_strangers()
    {
        await KnowAsync(static contact => (contact.Way, contact.Name) = (ContactWay.Letter, "民生委員O"));
        await KnowAsync(static contact => contact.Way = ContactWay.Mail);
        await KnowAsync(static contact => (contact.Name, contact.Mail, contact.Way) = ("佐藤花子", null, ContactWay.Letter));
        await KnowAsync(static contact => (contact.Name, contact.Mail, contact.Way) = ("佐藤花子", null, ContactWay.Phone));

        Assert.Equal(MailState.Waiting, (await letters.PutAsync(letters.Order())).State);
        Assert.Equal(MailState.ToHand, (await letters.PutAsync(letters.Order() with { RecipientName = "民生委員O" })).State);
        Assert.Equal(MailState.NoAddress, (await letters.PutAsync(letters.Order(address: null) with { RecipientName = "佐藤花子" })).State);
    }

    [Fact]
    public async Task A_contact_of_another_office_decides_nothing_here()
    {
        var other = new Correspondence(office);
        await other.OpenAsync();
        await KnowAsync(static contact => contact.Way = ContactWay.Letter, other.OfficeId);

        Assert.Equal(MailState.Waiting, (await letters.PutAsync(letters.Order())).State);
    }

    [Fact]
    public async Task A_sheet_is_for_those_who_work_here()
    {
        await KnowAsync(static contact => contact.Way = ContactWay.Letter);
        var mail = await letters.PutAsync(letters.Order());
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], letters.OfficeId);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/mail/{mail.Id}/sheet"));
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync($"/mail/{mail.Id}/sheet"));
    }

    [Theory]
    [InlineData("Fax")]
    [InlineData("Phone")]
    [InlineData("Mail")]
    public async Task A_way_that_needs_a_number_or_an_address_is_refused_without_one(string way)
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        await clerk.Browser.GetAsync("/contacts/new");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync("/contacts", [("Name", "民生委員N"), ("Way", way)]));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync("/contacts", [("Name", "民生委員N"), ("Way", way), ("Fax", "03-0000-1111"), ("Phone", "03-0000-1112"), ("Mail", "n@example.jp")]));
    }

    private async Task KnowAsync(Action<Contact> change, Guid? officeId = null)
    {
        await using var db = office.Db();
        var contact = new Contact { Id = Guid.CreateVersion7(), OfficeId = officeId ?? letters.OfficeId, Category = ContactCategory.WelfareCommissioner, Name = "市の職員N", Mail = "n@example.jp" };
        change(contact);
        db.Contacts.Add(contact);
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ContactWayTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ContactWayTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
