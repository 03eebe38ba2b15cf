using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;

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
    public async Task D10_Another_end_of_the_period_shows_first_what_moves_and_then_monitoring_begins_in_other_months()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var scene = await LedgerScene.OpenAsync(office, "利用者B", staff.OfficeId);
        await office.Services.GetRequiredService<PrepareOffices>().HandleAsync(staff.OfficeId, CancellationToken.None);
        var (page, subject) = ($"/clients/{scene.Client.Id}/certificates", scene.Client.Id.ToString());
        static (string, string)[] First(string until) => [("Kind", "Child"), ("Number", "0000000002"), ("SupportLevel", "None"), ("From", "R8.1.1"), ("Until", until), ("Services", ""), ("Amounts", "")];
        await staff.Browser.GetAsync(page + "/new");
        await staff.Browser.PostAsync(page, [.. First("R8.6.30"), ("Months", "2026-03"), ("Months", "2026-06")]);
        Assert.Equal(page, staff.Browser.Location);

        await staff.Browser.GetAsync(page + "/new");
        (string, string)[] second = [.. First("R8.8.31"), ("Months", "2026-03"), ("Months", "2026-05"), ("Months", "2026-08")];
        var shown = await staff.Browser.PostAsync(page, second);
        await using var db = scene.Db();
        Assert.Equal((HttpStatusCode.OK, 1), (shown, await db.Certificates.CountAsync()));
        Assert.Contains("期間の終わりのお知らせは、令和8年7月2日(木)から出るようになります（いままでは令和8年5月1日(金)から）。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("令和8年6月のモニタリングは、始まらなくなります。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("令和8年5月のモニタリングが、令和8年5月1日(金)に始まるようになります。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("令和8年8月のモニタリングが、令和8年8月3日(月)に始まるようになります。", staff.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("令和8年3月のモニタリングが", staff.Browser.Text, StringComparison.Ordinal);

        // What was changed after it was read is shown anew.
        await staff.Browser.PostAsync(page, [.. First("R8.8.31"), ("Months", "2026-05"), ("Months", "2026-08")]);
        Assert.Contains("令和8年3月のモニタリングは、始まらなくなります。", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.PostAsync(page);
        Assert.Equal((page, 2), (staff.Browser.Location, await db.Certificates.CountAsync()));

        await office.UntilAsync(new DateTimeOffset(2026, 7, 10, 10, 0, 0, TimeSpan.FromHours(9)));
        var may = await db.Cases.AsNoTracking().SingleAsync(file => file.ProcedureKey == "monitoring" && file.Subject == subject);
        await new Cases(office, staff.OfficeId).CancelAsync(may.Id);
        await office.UntilAsync(new DateTimeOffset(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(9)));
        var begun = await db.Cases.AsNoTracking().Where(file => file.ProcedureKey == "monitoring" && file.Subject == subject).Select(static file => file.StartedAt).ToListAsync();
        Assert.Equal([new DateOnly(2026, 5, 1), new DateOnly(2026, 8, 3)], begun.Select(static at => JapaneseEra.DayInTokyo(at)).Order());
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
