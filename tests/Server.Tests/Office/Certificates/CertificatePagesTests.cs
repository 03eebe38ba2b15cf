using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Certificates;

public abstract class CertificatePagesTests(RunningOffice office)
{
    [Fact]
    public async Task A_booklet_that_a_client_brings_is_copied_with_amounts_and_months()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, "利用者B", staff.OfficeId);
        var page = $"/clients/{scene.Client.Id}/certificates";
        await staff.Browser.GetAsync(page + "/new");

        await staff.Browser.PostAsync(
            page,
            ("Kind", "Child"), ("Number", "0000000002"), ("SupportLevel", "None"), ("CopayCap", "4600"), ("From", "R8.4.1"), ("Until", "R9.3.31"),
            ("Services", "CHILD_DEV"), ("Amounts", "14"), ("Froms", ""), ("Untils", ""),
            ("Services", "NURSERY_VISIT"), ("Amounts", "2"), ("Froms", ""), ("Untils", "R8.9.30"),
            ("Months", "2026-09"), ("Months", "2027-03"));

        await using var db = scene.Db();
        var certificate = await db.WholeCertificates.SingleAsync();
        Assert.Equal((CertificateKind.Child, "0000000002", 4600m), (certificate.Kind, certificate.Number, certificate.CopayCap!.Value));
        Assert.Equal([("児童発達支援", 14m, new DateOnly(2027, 3, 31)), ("保育所等訪問支援", 2m, new DateOnly(2026, 9, 30))], certificate.Amounts.Select(row => (row.ServiceName, row.Amount!.Value, row.Until)));
        Assert.Equal([9, 3], certificate.MonitoringMonths.Select(row => row.Month.Month));
        await staff.Browser.FollowAsync();
        Assert.Contains("令和8年9月、令和9年3月", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_and_a_missing_amount_are_refused_and_what_was_typed_stays()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, "利用者B", staff.OfficeId);
        var page = $"/clients/{scene.Client.Id}/certificates";
        await staff.Browser.GetAsync(page + "/new");

        var status = await staff.Browser.PostAsync(
            page, ("Number", "2"), ("From", "R8.4.1"), ("Until", "R9.3.31"), ("Services", "CHILD_DEV"), ("Amounts", ""), ("Froms", ""), ("Untils", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(("2", "CHILD_DEV"), (staff.Browser.ValueOf("Number"), staff.Browser.ValueOf("Services")));
        Assert.Contains("児童発達支援の支給量を入力してください。", staff.Browser.Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CertificatePagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CertificatePagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
