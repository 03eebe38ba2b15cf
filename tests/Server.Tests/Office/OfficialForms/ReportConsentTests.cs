using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;
using OfficeWorkflow.Server.Tests.Channels.Documents;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

/// <summary>Some municipalities take one 同意書 for the signature on each monitoring report, from a day on.</summary>
public abstract class ReportConsentTests(RunningOffice office)
{
    private const string Instead = "同意書による(令和8年4月1日からの市町村の取り扱い)";

    [Fact]
    public async Task G19_Consent_form_varies_by_municipality_and_a_report_follows_the_rule_of_its_day()
    {
        var circle = await CircleOfA.InAsync(office);
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await clerk.Browser.GetAsync("/municipalities");
        await clerk.Browser.PostAsync("/municipalities", ("Name", "M市"));
        await clerk.Browser.FollowAsync();
        await LiveInAsync(circle, "M市");
        Assert.Equal(["氏名", "氏名"], await BoxesAsync(circle));

        await using var db = circle.Db();
        var address = $"/municipalities/{await db.Municipalities.Select(static city => city.Id).SingleAsync()}";
        await clerk.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync(address, ("ReportConsentSince", "来年から")));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync(address, ("ReportConsentSince", "R8.4.1")));

        Assert.Equal(["氏名", Instead], await BoxesAsync(circle));
        await clerk.Browser.GetAsync(address);
        Assert.Equal("令和8年4月1日", clerk.Browser.ValueOf("ReportConsentSince"));
        await clerk.Browser.GetAsync("/municipalities");
        await clerk.Browser.PostAsync("/municipalities", ("Name", "W市"));
        await LiveInAsync(circle, "W市");
        Assert.Equal(["氏名", "氏名"], await BoxesAsync(circle));
    }

    private static async Task LiveInAsync(CircleOfA circle, string city)
    {
        await using var db = circle.Db();
        (await db.Clients.SingleAsync()).MunicipalityId = await db.Municipalities.Where(row => row.Name == city).Select(static row => row.Id).SingleAsync();
        await db.SaveChangesAsync();
    }

    /// <summary>What stands in the box of the signature on the reports of the 31st of March and the 1st of April.</summary>
    private static async Task<IReadOnlyList<string>> BoxesAsync(CircleOfA circle)
    {
        await using var db = circle.Db();
        var boxes = new List<string>();
        foreach (var visited in new[] { CircleOfA.Tokyo(3, 31, 14), CircleOfA.Tokyo(4, 1, 0) })
        {
            var letters = PdfTools.Letters(SheetPrinter.Print(MonitoringReportSheet.Of(await MonitoringPapers.OfAsync(db, Report(circle, visited), CancellationToken.None))).Bytes);
            boxes.Add(letters.Contains(Instead, StringComparison.Ordinal) ? Instead : letters.Contains("年月日氏名", StringComparison.Ordinal) ? "氏名" : letters);
        }

        return boxes;
    }

    private static MonitoringReport Report(CircleOfA circle, DateTimeOffset visited) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = circle.OfficeId,
        ClientId = circle.Client.Id,
        Month = new DateOnly(2026, 3, 1),
        VisitedAt = visited,
        Place = VisitPlace.Home,
        Interviewed = true,
        Overall = "落ち着いている。",
        Result = MonitoringResult.Continue,
        PerformedBy = circle.SpecialistX,
        RecordedAt = visited,
    };

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ReportConsentTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ReportConsentTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
