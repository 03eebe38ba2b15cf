using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Monitoring;

public abstract class MonitoringDueWorkerTests(RunningOffice office)
{
    [Theory]
    [InlineData(4, true)]
    [InlineData(7, false)]
    public async Task Names_the_clients_whose_designated_month_it_is_in_Tokyo(int month, bool isDue)
    {
        var circle = await DesignatedAsync();
        await using var db = circle.Db();

        // The first of the month in Tokyo is still the last of the month before in UTC.
        var due = await DueAsync(circle, db, CircleOfA.Tokyo(month, 1, 0, 30));

        Assert.Equal(isDue ? [Value.Of(circle.Client.Id.ToString())] : [], due.Select(static entry => entry["clientId"]));
        Assert.All(due, entry => Assert.Equal(Value.Of(new DateOnly(2026, month, 1)), entry["month"]));
    }

    [Fact]
    public async Task Leaves_out_who_is_already_being_monitored()
    {
        var circle = await DesignatedAsync();
        await using var db = circle.Db();
        db.Add(new CaseFile
        {
            Id = circle.CaseId,
            OfficeId = circle.OfficeId,
            ProcedureKey = MonitoringDueWorker.Procedure,
            ProcedureName = "モニタリング",
            VersionId = Guid.CreateVersion7(),
            Subject = circle.Client.Id.ToString(),
            StartedAt = CircleOfA.Tokyo(4, 1, 9),
            RootId = circle.CaseId,
        });
        await db.SaveChangesAsync();

        Assert.Empty(await DueAsync(circle, db, CircleOfA.Tokyo(4, 2, 9)));
    }

    [Fact]
    public async Task Months_of_a_certificate_that_was_replaced_count_no_more()
    {
        var circle = await DesignatedAsync();
        await using var db = circle.Db();
        var replaced = db.Certificates.Single();
        db.Add(NewCertificate(circle, replaced.Id, 5));
        await db.SaveChangesAsync();

        Assert.Empty(await DueAsync(circle, db, CircleOfA.Tokyo(4, 1, 9)));
        Assert.Single(await DueAsync(circle, db, CircleOfA.Tokyo(5, 1, 9)));
    }

    private async Task<CircleOfA> DesignatedAsync()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        db.Add(NewCertificate(circle, replaces: null, 4, 5, 6));
        await db.SaveChangesAsync();

        return circle;
    }

    private static Certificate NewCertificate(CircleOfA circle, Guid? replaces, params int[] months)
    {
        var certificate = new Certificate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ClientId = circle.Client.Id,
            Kind = CertificateKind.Adult,
            Number = "0000000001",
            ReplacesId = replaces,
            RecordedAt = CircleOfA.Tokyo(3, 16, 9),
        };
        foreach (var month in months)
        {
            certificate.MonitoringMonths.Add(new MonitoringMonth
            {
                Id = Guid.CreateVersion7(),
                OfficeId = circle.OfficeId,
                CertificateId = certificate.Id,
                ClientId = circle.Client.Id,
                Month = new DateOnly(2026, month, 1),
            });
        }

        return certificate;
    }

    private static async Task<IReadOnlyList<Value.Record>> DueAsync(CircleOfA circle, OfficeDb db, DateTimeOffset at)
    {
        var answer = await new MonitoringDueWorker().PerformAsync(
            new WorkerContext(db, circle.OfficeId, circle.CaseId, Guid.CreateVersion7(), Subject: null, "今月の利用者を調べる", Value.Record.Empty, at),
            CancellationToken.None);

        return [.. ((Value.List)Assert.IsType<WorkerAnswer.Done>(answer).Values["dueClients"]).Items.Cast<Value.Record>()];
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MonitoringDueWorkerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MonitoringDueWorkerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
