using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Providers;

public abstract class ProviderPagesTests(RunningOffice office)
{
    [Fact]
    public async Task A_provider_is_registered_with_what_it_offers_and_a_person_in_charge()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await using var db = office.Db();
        var kind = await db.ServiceKinds.SingleAsync(row => row.OfficeId == staff.OfficeId && row.Code == "WORK_B");
        await staff.Browser.GetAsync("/providers/new");

        await staff.Browser.PostAsync("/providers", ("Name", "就労支援事業所K"), ("Number", "0000000020"), ("Services", kind.Id.ToString()));
        var page = staff.Browser.Location!;
        await staff.Browser.GetAsync(page + "/contacts/new");
        await staff.Browser.PostAsync(page + "/contacts", ("Name", "サビ管K"), ("Job", "ServiceManager"), ("Mail", "tantou@k.example.jp"));
        await staff.Browser.GetAsync("/providers?q=" + Uri.EscapeDataString("就労"));

        Assert.Contains("就労継続支援B型", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("サビ管K", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_are_dropped_and_added_without_touching_the_rest()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await using var db = scene.Db();
        var provider = await db.WholeProviders.SingleAsync(row => row.Number == "0000000012");
        var kept = provider.Offerings[0];
        var added = await db.ServiceKinds.SingleAsync(row => row.Code == "HEAVY_HOME_CARE");
        await staff.Browser.GetAsync($"/providers/{provider.Id}/basics");

        await staff.Browser.PostAsync($"/providers/{provider.Id}", ("Services", kept.ServiceKindId.ToString()), ("Services", added.Id.ToString()));

        await using var fresh = scene.Db();
        var offered = (await fresh.WholeProviders.SingleAsync(row => row.Id == provider.Id)).Offerings;
        Assert.Equal(2, offered.Count);
        Assert.Contains(offered, row => row.Id == kept.Id);
        Assert.Contains(offered, row => row.ServiceKindId == added.Id);
    }

    [Theory]
    [InlineData("0000000011", "同じ番号の事業所が登録されています。")]
    [InlineData("12345", "「事業所番号」は数字10桁で入力してください。")]
    public async Task A_wrong_or_taken_number_is_refused(string number, string sentence)
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await staff.Browser.GetAsync("/providers/new");

        var status = await staff.Browser.PostAsync("/providers", ("Name", "事業所W"), ("Number", number));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(sentence, staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_page_names_the_clients_whose_plans_name_it()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final");
        await using var db = scene.Db();
        var provider = await db.Providers.SingleAsync(row => row.Number == "0000000013");

        await staff.Browser.GetAsync($"/providers/{provider.Id}");

        Assert.Contains("利用者A", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("短期入所", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_registered_and_belongs_to_a_client()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, "利用者C", staff.OfficeId);
        var (browser, client) = (staff.Browser, $"/clients/{scene.Client.Id}");
        await browser.GetAsync("/contacts/new");

        await browser.PostAsync("/contacts", ("Category", "Hospital"), ("Name", "看護師W"), ("Organisation", "精神科病院ア"), ("Mail", "w@example.jp"));
        await using var db = scene.Db();
        var contact = await db.Contacts.SingleAsync(row => row.Name == "看護師W");
        await browser.GetAsync(client);
        await browser.PostAsync(client + "/contacts", ("contactId", contact.Id.ToString()), ("role", "入院先の病棟"));
        var link = await db.ClientContacts.SingleAsync(row => row.ContactId == contact.Id);
        await browser.GetAsync(client);
        var linked = browser.Text;
        await browser.PostAsync($"{client}/contacts/{link.Id}/removal");

        Assert.Contains("看護師W （精神科病院ア）入院先の病棟", linked, StringComparison.Ordinal);
        Assert.False(await db.ClientContacts.AnyAsync(row => row.Id == link.Id));
        Assert.True(await db.Contacts.AnyAsync(row => row.Id == contact.Id));
    }

    [Fact]
    public async Task A_municipality_is_registered_and_its_number_has_six_digits()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await staff.Browser.GetAsync("/municipalities");

        var wrong = await staff.Browser.PostAsync("/municipalities", ("Name", "W市"), ("Number", "12"));
        var right = await staff.Browser.PostAsync("/municipalities", ("Number", "000001"), ("Department", "福祉課"));
        await staff.Browser.FollowAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (wrong, right));
        Assert.Contains("W市 000001 福祉課", staff.Browser.Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ProviderPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ProviderPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
