using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

/// <summary>An office that works with CSV has a book a sheet, and fills in the rest by hand: what is used from outside a book stays.</summary>
public abstract class UndoBookTests(RunningOffice office)
{
    private const string Clients = "氏名,ふりがな,生年月日\n利用者山,りようしゃやま,H3.6.15";
    private const string Certificates = "利用者の氏名,受給者証番号,支給期間の初日,支給期間の末日\n利用者山,0000000009,R8.4.1,R9.3.31";
    private const string Family = "利用者の氏名,家族の氏名,続柄\n利用者山,利用者山の母,母";

    [Fact]
    public async Task Clients_whose_booklets_and_family_came_in_later_books_stay_until_those_are_taken_out()
    {
        var (staff, browser) = await ManagerAsync();
        var clients = await TakenAsync(browser, "利用者.csv", Clients);
        var certificates = await TakenAsync(browser, "受給者証.csv", Certificates);
        var family = await TakenAsync(browser, "家族.csv", Family);

        var refused = await UndoneAsync(browser, clients);

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("登録されている「家族」が使っている", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.PostUnaskedAsync("/arriving", "/arriving/book"));
        foreach (var book in new[] { family, certificates, clients })
        {
            Assert.Equal(HttpStatusCode.Redirect, await UndoneAsync(browser, book));
        }

        await using var db = Db(staff);
        Assert.False(await db.Clients.AnyAsync(row => row.Name == "利用者山"));
        Assert.False(await db.Certificates.AnyAsync(row => row.Number == "0000000009"));
        Assert.Equal(HttpStatusCode.OK, await staff.PostUnaskedAsync("/arriving", "/arriving/book"));
    }

    [Fact]
    public async Task A_family_member_who_was_written_about_since_stays_with_a_client_of_before()
    {
        var (staff, browser) = await ManagerAsync();
        var address = await TakenAsync(browser, "家族.csv", Family.Replace("利用者山", "利用者C", StringComparison.Ordinal));
        await using var db = Db(staff);
        var member = await db.FamilyMembers.SingleAsync(row => row.Name == "利用者Cの母");
        await browser.GetAsync($"/clients/{member.ClientId}/family/{member.Id}");
        await browser.PostAsync($"/clients/{member.ClientId}/family/{member.Id}", ("Phone", "000-000-0000"));

        var refused = await UndoneAsync(browser, address);

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("取り込んだあとに「利用者C」が書きかえられたので、取り消せません", browser.Text, StringComparison.Ordinal);
        Assert.True(await db.FamilyMembers.AnyAsync(row => row.Id == member.Id));
    }

    [Fact]
    public async Task A_booklet_stays_when_a_case_about_its_client_began_since_or_a_decision_names_it()
    {
        var (staff, browser) = await ManagerAsync();
        var address = await TakenAsync(browser, "受給者証.csv", Certificates.Replace("利用者山", "利用者C", StringComparison.Ordinal).Replace("R8.4.1", "R9.4.1", StringComparison.Ordinal).Replace("R9.3.31", "R10.3.31", StringComparison.Ordinal));
        await using var db = Db(staff);
        var certificate = await db.Certificates.SingleAsync(row => row.Number == "0000000009");
        var decision = db.Add(Decision(certificate)).Entity;
        await db.SaveChangesAsync();
        var decided = await UndoneAsync(browser, address);
        var decidedText = browser.Text;
        db.Remove(decision);
        db.Add(Case(certificate.ClientId, certificate.OfficeId));
        await db.SaveChangesAsync();

        var begun = await UndoneAsync(browser, address);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (decided, begun));
        Assert.Contains("登録されている「支給決定」が使っている", decidedText, StringComparison.Ordinal);
        Assert.Contains("「利用者C」の案件が、取り込んだあとに始まったか進んでいる", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_of_a_client_and_a_city_of_a_client_stay()
    {
        var (staff, browser) = await ManagerAsync();
        var contacts = await TakenAsync(browser, "関係者.csv", "区分,氏名,所属\n民生委員,民生委員W,N市民生委員児童委員協議会");
        var cities = await TakenAsync(browser, "市町村.csv", "市町村名\nN市");
        await using (var db = Db(staff))
        {
            var client = await db.Clients.SingleAsync(row => row.Name == "利用者A");
            client.MunicipalityId = (await db.Municipalities.SingleAsync(row => row.Name == "N市")).Id;
            db.Add(new ClientContact { Id = Guid.CreateVersion7(), OfficeId = client.OfficeId, ClientId = client.Id, ContactId = (await db.Contacts.SingleAsync(row => row.Name == "民生委員W")).Id });
            await db.SaveChangesAsync();
        }

        var contact = await UndoneAsync(browser, contacts);
        var contactText = browser.Text;
        var city = await UndoneAsync(browser, cities);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (contact, city));
        Assert.Contains("登録されている「利用者の関係者」が使っている", contactText, StringComparison.Ordinal);
        Assert.Contains("登録されている「利用者」が使っている", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_scan_of_the_night_noted_goes_with_the_client()
    {
        var (staff, browser) = await ManagerAsync();
        var address = await TakenAsync(browser, "利用者.csv", Clients);
        await using var db = Db(staff);
        var client = await db.Clients.SingleAsync(row => row.Name == "利用者山");
        db.Add(new Notice { Id = Guid.CreateVersion7(), OfficeId = client.OfficeId, Kind = NoticeKind.CertificateEnds, ClientId = client.Id, On = new DateOnly(2026, 3, 31), MadeAt = office.Clock.GetUtcNow() });
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.Redirect, await UndoneAsync(browser, address));

        Assert.False(await db.Notices.AnyAsync(row => row.ClientId == client.Id));
    }

    [Fact]
    public async Task A_booklet_that_was_left_without_its_client_does_not_stop_the_list_of_the_office()
    {
        var (staff, _) = await ManagerAsync();
        await using var db = Db(staff);
        db.Add(new Certificate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = staff.OfficeId,
            ClientId = Guid.CreateVersion7(),
            Kind = CertificateKind.Adult,
            Number = "0000000009",
            ConsultationFrom = new DateOnly(2026, 4, 1),
            RecordedAt = office.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.OK, await staff.PostUnaskedAsync("/arriving", "/arriving/book"));
    }

    private BenefitDecision Decision(Certificate certificate) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = certificate.OfficeId,
        ClientId = certificate.ClientId,
        CertificateId = certificate.Id,
        DecidedOn = new DateOnly(2026, 3, 20),
        PeriodFrom = new DateOnly(2026, 4, 1),
        PeriodUntil = new DateOnly(2027, 3, 31),
        RecordedAt = office.Clock.GetUtcNow(),
        RecordedBy = Guid.CreateVersion7(),
    };

    private CaseFile Case(Guid client, Guid officeId)
    {
        var id = Guid.CreateVersion7();
        return new CaseFile
        {
            Id = id,
            OfficeId = officeId,
            ProcedureKey = "renewal",
            ProcedureName = "更新",
            VersionId = Guid.CreateVersion7(),
            Subject = client.ToString(),
            SubjectLabel = "利用者C",
            StartedAt = office.Clock.GetUtcNow(),
            RootId = id,
        };
    }

    private OfficeDb Db(Staff staff) => office.Db(new Scope.CaseOffice(staff.OfficeId));

    /// <returns>The address of the book's page, a minute after it was taken over.</returns>
    private async Task<string> TakenAsync(Browser browser, string name, string csv)
    {
        await browser.GetAsync("/arriving");
        await browser.PostAsync("/arriving", [], ("file", name, Encoding.UTF8.GetBytes(csv)));
        var address = browser.Location!;
        await browser.FollowAsync();
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync(address + "/taking"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        return address;
    }

    private static async Task<HttpStatusCode> UndoneAsync(Browser browser, string address)
    {
        await browser.GetAsync(address + "/undoing");
        return await browser.PostAsync(address + "/undoing");
    }

    private async Task<(Staff Staff, Browser Browser)> ManagerAsync()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Manager, Roles.Specialist], name: "専門員");
        await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        return (staff, staff.Browser);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : UndoBookTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : UndoBookTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
