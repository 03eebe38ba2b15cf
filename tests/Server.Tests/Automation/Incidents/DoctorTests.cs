using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App.Housekeeping;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Signals;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Incidents;

public abstract class DoctorTests(RunningOffice office)
{
    /// <summary>Each kind of damage, and what the doctor calls it.</summary>
    public static TheoryData<string> Damages =>
    [
        "state-differs", "work-missing", "work-ended", "work-not-needed", "timer-missing", "timer-ended", "timer-not-needed",
        "subscription-missing", "subscription-not-needed", "signal-not-needed", "service-missing", "service-ended", "service-not-needed",
        "call-missing", "call-untold", "incident-missing", "incident-not-needed",
    ];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task I13_Doctor_names_the_damage_and_repairs_it(string damage)
    {
        var (cases, file) = await WellAsync();
        await PlantAsync(cases, file, damage);

        var seen = await ExamineAsync(cases, repairs: false);
        var mended = await ExamineAsync(cases, repairs: true);

        Assert.Equal([(damage, false)], seen.Ailments.Select(static one => (one.Code, one.IsRepaired)));
        Assert.Equal([(damage, true)], mended.Ailments.Select(static one => (one.Code, one.IsRepaired)));
        Assert.Empty((await ExamineAsync(cases, repairs: false)).Ailments);
        await using var db = cases.Db();
        Assert.Equal(1, await db.Audit.CountAsync(static row => row.Act == "doctor-repaired"));
    }

    [Fact]
    public async Task After_every_repair_the_case_goes_on()
    {
        var (cases, file) = await WellAsync();
        foreach (var damage in new[] { "work-missing", "subscription-missing", "service-missing", "call-missing", "timer-missing" })
        {
            await PlantAsync(cases, file, damage);
        }

        await ExamineAsync(cases, repairs: true);
        await office.DrainAsync();
        foreach (var work in await cases.OpenWorkAsync())
        {
            await cases.FinishAsync(work);
        }

        await cases.DeliverAsync("answered", "k1", Guid.CreateVersion7().ToString());
        await office.DrainAsync();

        var state = CaseFormat.Read((await cases.FileAsync(file.Id)).State);
        Assert.Equal(["mend"], state.Tokens.Select(static token => token.NodeId));
        Assert.Empty((await ExamineAsync(cases, repairs: false)).Ailments);
    }

    [Fact]
    public async Task What_only_a_backup_can_mend_is_said_and_left_alone()
    {
        var (cases, file) = await WellAsync();
        await using (var db = cases.Db())
        {
            await db.History.Where(row => row.CaseId == file.Id && row.Number == 1).ExecuteDeleteAsync();
        }

        var report = await ExamineAsync(cases, repairs: true);

        Assert.Equal([("history-broken", false)], report.Ailments.Select(static one => (one.Code, one.IsRepaired)));
        Assert.Null(Assert.Single(report.Ailments).Repair);
    }

    [Fact]
    public async Task Who_leads_examines_and_repairs_their_own_office_on_a_page()
    {
        var (cases, file) = await WellAsync();
        var (others, theirs) = await WellAsync();
        await PlantAsync(cases, file, "work-missing");
        await PlantAsync(others, theirs, "work-missing");
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);

        await manager.Browser.GetAsync("/incidents/examination");
        Assert.Contains("案件が待っている作業がありません。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await manager.Browser.PostAsync("/incidents/examination"));
        Assert.Contains("直しました", manager.Browser.Text, StringComparison.Ordinal);

        Assert.Empty((await ExamineAsync(cases, repairs: false)).Ailments);
        Assert.Single((await ExamineAsync(others, repairs: false)).Ailments);
        await using var db = cases.Db();
        Assert.Equal(manager.PersonId, (await db.Audit.SingleAsync(static row => row.Act == "doctor-repaired")).PersonId);
    }

    [Fact]
    public async Task B21_Every_night_the_facts_of_every_case_are_folded_again_and_one_that_ended_long_ago_too()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("short", new Bpmn("short").Start().Work("do").End().Path("start", "do", "end"));
        var file = await cases.StartAsync("short");
        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()));
        office.Clock.Advance(TimeSpan.FromDays(500));
        Assert.Empty((await ExamineAsync(cases, repairs: false)).Ailments);
        var right = (await cases.FileAsync(file.Id)).State;
        var wrong = right.Replace("Completed", "Terminated", StringComparison.Ordinal);
        Assert.NotEqual(right, wrong);
        var before = await NightAsync();

        await using var db = cases.Db();
        await db.Cases.ExecuteUpdateAsync(row => row.SetProperty(static one => one.State, wrong));

        Assert.Equal(before + 1, await NightAsync());
        Assert.Equal([("state-differs", false)], (await ExamineAsync(cases, repairs: false)).Ailments.Select(static one => (one.Code, one.IsRepaired)));
        Assert.Equal([("state-differs", true)], (await ExamineAsync(cases, repairs: true)).Ailments.Select(static one => (one.Code, one.IsRepaired)));
        Assert.Equal(right, (await cases.FileAsync(file.Id)).State);
    }

    /// <summary>How many faults the job of the night counts.</summary>
    private async Task<int> NightAsync()
    {
        var said = await office.Services.GetServices<Job>().OfType<ExamineCasesJob>().Single().RunAsync(CancellationToken.None);
        return int.Parse(Regex.Match(said, @"悪いところは (\d+) 件", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private Task<Doctor.Report> ExamineAsync(Cases cases, bool repairs) =>
        office.Services.GetRequiredService<Doctor>().HandleAsync(new Scope.CaseOffice(cases.OfficeId), repairs, CancellationToken.None);

    /// <summary>A case that waits for everything at once: work with a timer, a message, a service, a called case, and a person to mend it.</summary>
    private async Task<(Cases Cases, CaseFile File)> WellAsync()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("inner", new Bpmn("inner").Start().Work("inside").End().Path("start", "inside", "end"));
        await cases.PublishAsync("all", new Bpmn("all").Start().Fork("fork")
            .Work("work").Boundary("late", "work", "P1D").Receive("hear", "answered", "\"k1\"").Service("serve").Service("mend", "trouble=person").Call("call", "inner")
            .End("e1").End("e2").End("e3").End("e4").End("e5").End("e6")
            .Path("start", "fork", "work", "e1").Path("late", "e2").Path("fork", "hear", "e3").Path("fork", "serve", "e4").Path("fork", "mend", "e5").Path("fork", "call", "e6"));
        var file = await cases.StartAsync("all");

        // One service has failed and waits for a person; the other one's answer is still awaited.
        await using (var db = cases.Db())
        {
            var serve = await db.Outbox.SingleAsync(static row => row.Payload.Contains("serve"));
            serve.DueAt = office.Clock.GetUtcNow().AddDays(1);
            await db.SaveChangesAsync();
        }

        await office.DrainAsync();
        Assert.Empty((await ExamineAsync(cases, repairs: false)).Ailments);
        return (cases, await cases.FileAsync(file.Id));
    }

    private async Task PlantAsync(Cases cases, CaseFile file, string damage)
    {
        await using var db = cases.Db();
        var work = db.Work.Where(row => row.CaseId == file.Id);
        var timers = db.Timers.Where(row => row.CaseId == file.Id);
        var serve = db.Outbox.Where(row => row.CaseId == file.Id && row.State == OutboxState.Waiting);
        var now = office.Clock.GetUtcNow();
        switch (damage)
        {
            case "state-differs":
                var damaged = file.State.Replace("\"serve\"", "\"work\"", StringComparison.Ordinal);
                await db.Cases.Where(row => row.Id == file.Id).ExecuteUpdateAsync(row => row.SetProperty(static one => one.State, damaged));
                break;
            case "work-missing":
                await work.ExecuteDeleteAsync();
                break;
            case "work-ended":
                await work.ExecuteUpdateAsync(row => row.SetProperty(static one => one.EndedAt, now));
                break;
            case "timer-missing":
                await timers.ExecuteDeleteAsync();
                break;
            case "timer-ended":
                await timers.ExecuteUpdateAsync(row => row.SetProperty(static one => one.State, TimerState.Disarmed));
                break;
            case "subscription-missing":
                await db.Subscriptions.Where(row => row.CaseId == file.Id).ExecuteDeleteAsync();
                break;
            case "service-missing":
                await serve.ExecuteDeleteAsync();
                break;
            case "service-ended":
                await serve.ExecuteUpdateAsync(static row => row.SetProperty(static one => one.State, OutboxState.Done));
                break;
            case "call-missing":
                var files = db.Cases;
                await db.Work.Where(row => files.Any(called => called.Id == row.CaseId && called.ParentId == file.Id)).ExecuteDeleteAsync();
                await db.History.Where(row => files.Any(called => called.Id == row.CaseId && called.ParentId == file.Id)).ExecuteDeleteAsync();
                await db.Cases.Where(row => row.ParentId == file.Id).ExecuteDeleteAsync();
                break;
            case "call-untold":
                await EndCalledSilentlyAsync(cases, file, db);
                break;
            case "incident-missing":
                await db.Incidents.Where(row => row.CaseId == file.Id).ExecuteDeleteAsync();
                break;
            default:
                db.Add(NotNeeded(cases, file, damage, now));
                await db.SaveChangesAsync();
                break;
        }
    }

    private static async Task EndCalledSilentlyAsync(Cases cases, CaseFile file, OfficeDb db)
    {
        var inside = Assert.Single(await cases.OpenWorkAsync(), work => work.CaseId != file.Id);
        await cases.FinishAsync(inside);
        await db.CaseInbox.Where(row => row.CaseId == file.Id).ExecuteDeleteAsync();
    }

    private static object NotNeeded(Cases cases, CaseFile file, string damage, DateTimeOffset now) => damage switch
    {
        "work-not-needed" => new WorkItem { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, EngineId = "w999", NodeId = "work", Name = "work", Inputs = "{}", OpenedAt = now },
        "timer-not-needed" => new TimerEntry { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, TimerId = "d999", NodeId = "late", DueAt = now.AddDays(1) },
        "subscription-not-needed" => new Subscription { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, SubscriptionId = "m999", NodeId = "hear", MessageName = "answered", Key = "k9", Since = now },
        "signal-not-needed" => new SignalWait { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, HearingId = "h999", NodeId = "hear", SignalName = "all", Since = now },
        "service-not-needed" => new OutboxEntry { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, Kind = "service", About = "c999", Payload = "{}", WrittenAt = now, DueAt = now.AddDays(1) },
        "incident-not-needed" => new Incident { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, Kind = IncidentKind.StuckToken, About = "t999", Code = "planted", Reason = "", OpenedAt = now },
        _ => throw new ArgumentOutOfRangeException(nameof(damage), damage, message: null),
    };

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DoctorTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DoctorTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
