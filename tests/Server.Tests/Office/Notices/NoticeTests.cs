using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Notices;

public abstract class NoticeTests(RunningOffice office)
{
    private static readonly DateTimeOffset Morning = new(2026, 6, 1, 5, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task A_certificate_that_ends_soon_is_noticed_once_and_the_notice_goes_when_it_is_renewed()
    {
        var scene = await EmptySceneAsync();
        var old = await CertificateAsync(scene, until: new DateOnly(2026, 7, 31));
        await using var db = scene.Db();

        Assert.Equal(0, await ScanCertificates.HandleAsync(db, scene.OfficeId, Morning.AddDays(-1), CancellationToken.None));
        Assert.Equal(1, await ScanCertificates.HandleAsync(db, scene.OfficeId, Morning, CancellationToken.None));
        Assert.Equal(0, await ScanCertificates.HandleAsync(db, scene.OfficeId, Morning.AddDays(70), CancellationToken.None));
        Assert.Null((await db.Notices.SingleAsync()).EndedAt);
        await CertificateAsync(scene, until: new DateOnly(2027, 7, 31), replaces: old);
        Assert.Equal(0, await ScanCertificates.HandleAsync(db, scene.OfficeId, Morning.AddDays(71), CancellationToken.None));

        Assert.Equal(Morning.AddDays(71), (await db.Notices.SingleAsync()).EndedAt);
    }

    [Fact]
    public async Task A_designated_month_is_noticed_when_half_of_it_is_gone_and_when_it_has_passed()
    {
        var scene = await EmptySceneAsync();
        await CertificateAsync(scene, until: new DateOnly(2029, 7, 31), month: new DateOnly(2026, 6, 1));
        await using var db = scene.Db();

        Assert.Equal(0, await ScanMonitoring.HandleAsync(db, scene.OfficeId, Morning.AddDays(13), CancellationToken.None));
        Assert.Equal(1, await ScanMonitoring.HandleAsync(db, scene.OfficeId, Morning.AddDays(14), CancellationToken.None));
        Assert.Equal(0, await ScanMonitoring.HandleAsync(db, scene.OfficeId, Morning.AddDays(30), CancellationToken.None));

        var notice = await db.Notices.SingleAsync();
        Assert.Equal((NoticeKind.MonitoringMissing, new DateOnly(2026, 6, 1)), (notice.Kind, notice.On));
    }

    [Fact]
    public async Task The_page_lists_them_and_a_person_says_that_one_is_taken_care_of()
    {
        var scene = await EmptySceneAsync();
        await CertificateAsync(scene, until: new DateOnly(2026, 2, 10));
        await using var db = scene.Db();
        await ScanCertificates.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay, CancellationToken.None);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Clerk]);
        var id = (await db.Notices.SingleAsync()).Id;
        await clerk.Browser.GetAsync("/notices");
        Assert.Contains("受給者証の期間が令和8年2月10日に終わります", clerk.Browser.Text, StringComparison.Ordinal);
        await stranger.Browser.GetAsync("/notices");
        Assert.Contains("いまお知らせはありません", stranger.Browser.Text, StringComparison.Ordinal);

        await clerk.Browser.PostAsync($"/notices/{id}/end");
        await clerk.Browser.FollowAsync();
        await ScanCertificates.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay.AddDays(1), CancellationToken.None);

        await clerk.Browser.GetAsync("/notices");
        Assert.Contains("いまお知らせはありません", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(clerk.PersonId, (await db.Notices.AsNoTracking().SingleAsync()).EndedBy);
    }

    [Fact]
    public async Task I15_A_deadline_alert_leads_to_the_one_act_that_is_needed_and_goes_when_it_is_begun()
    {
        var scene = await EmptySceneAsync();
        await CertificateAsync(scene, until: new DateOnly(2026, 2, 10), month: new DateOnly(2025, 12, 1));
        await office.Services.GetRequiredService<PrepareOffices>().HandleAsync(scene.OfficeId, CancellationToken.None);
        await using var db = scene.Db();
        await ScanCertificates.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay, CancellationToken.None);
        await ScanMonitoring.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay, CancellationToken.None);
        var (clerk, auditor) = (await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId), await Staff.JoinAsync(office, [Roles.Auditor], scene.OfficeId));

        foreach (var (label, procedure) in new[] { ("更新の計画づくりを始める", "plan-creation"), ("モニタリングを始める", "monitoring") })
        {
            await clerk.Browser.GetAsync("/notices");
            await clerk.Browser.GetAsync(clerk.Browser.LinkTo(label));
            Assert.Equal((scene.Client.Id.ToString(), procedure), (clerk.Browser.ValueOf("subject"), clerk.Browser.ValueOf("procedure")));
            Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync("/cases"));
        }

        await ScanCertificates.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay.AddDays(1), CancellationToken.None);
        await ScanMonitoring.HandleAsync(db, scene.OfficeId, ManualClock.FirstDay.AddDays(1), CancellationToken.None);
        Assert.False(await db.Notices.AnyAsync(notice => notice.EndedAt == null && notice.Kind == NoticeKind.CertificateEnds));
        await auditor.Browser.GetAsync("/notices");
        Assert.DoesNotContain("/cases/new", auditor.Browser.Html, StringComparison.Ordinal);
    }

    /// <summary>The ledger of the demo without its certificates.</summary>
    private async Task<LedgerScene> EmptySceneAsync()
    {
        var scene = await LedgerScene.OpenAsync(office, officeId: await office.NewOfficeAsync());
        await using var db = scene.Db();
        await db.MonitoringMonths.ExecuteDeleteAsync();
        await db.AllottedAmounts.ExecuteDeleteAsync();
        await db.Certificates.ExecuteDeleteAsync();
        return scene;
    }

    private static async Task<Guid> CertificateAsync(LedgerScene scene, DateOnly until, DateOnly? month = null, Guid? replaces = null)
    {
        await using var db = scene.Db();
        var certificate = new Certificate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            ClientId = scene.Client.Id,
            Kind = default,
            Number = "0000000001",
            ConsultationFrom = until.AddYears(-1),
            ConsultationUntil = until,
            ReplacesId = replaces,
            RecordedAt = ManualClock.FirstDay,
        };
        db.Add(certificate);
        if (month is { } designated)
        {
            db.Add(new MonitoringMonth { Id = Guid.CreateVersion7(), OfficeId = scene.OfficeId, CertificateId = certificate.Id, ClientId = scene.Client.Id, Month = designated });
        }

        await db.SaveChangesAsync();
        return certificate.Id;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : NoticeTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : NoticeTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
