using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Timing;
using Scope = OfficeWorkflow.Server.Storage.Scope;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>
/// 10,000 cases whose reminders all fall due at one opening, after the server was down for three days: until each timer has fired once and its
/// mail stands in the queue. The whole server, but that mails are not sent.
/// </summary>
internal static class Timers10k
{
    private const int Count = 10_000;
    private const int AtOnce = 4;
    private const string Key = "waiting";

    private const string Source = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" targetNamespace="urn:officeworkflow:bench">
          <process id="waiting" name="返事を待つ" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="start--answer" sourceRef="start" targetRef="answer"/>
            <userTask id="answer" name="返事">
              <extensionElements><elsa:activityBinding activityType="Office.Work"/></extensionElements>
            </userTask>
            <boundaryEvent id="reminder" attachedToRef="answer" cancelActivity="false">
              <timerEventDefinition><timeCycle>repeat working days(1, 1)</timeCycle></timerEventDefinition>
            </boundaryEvent>
            <sequenceFlow id="reminder--remind" sourceRef="reminder" targetRef="remind"/>
            <sendTask id="remind" name="うながす">
              <extensionElements>
                <elsa:activityBinding activityType="Office.SendMail">
                  <elsa:input name="template">{"typeName":"String","expression":{"type":"Literal","value":"work-reminder"}}</elsa:input>
                  <elsa:input name="to">{"typeName":"String","expression":{"type":"Literal","value":"=recipient"}}</elsa:input>
                  <elsa:input name="until">{"typeName":"String","expression":{"type":"Literal","value":"answer"}}</elsa:input>
                </elsa:activityBinding>
              </extensionElements>
            </sendTask>
            <sequenceFlow id="remind--reminded" sourceRef="remind" targetRef="reminded"/>
            <endEvent id="reminded"/>
            <sequenceFlow id="answer--end" sourceRef="answer" targetRef="end"/>
            <endEvent id="end"/>
          </process>
        </definitions>
        """;

    /// <summary>Monday; the reminders are due on Tuesday at nine, the server is back on Friday at ten.</summary>
    private static DateTimeOffset Monday { get; } = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    public static async Task<Figure[]> MeasureAsync()
    {
        using var cluster = PostgresCluster.Start();
        return
        [
            await MeasureAsync("timers-10k", "SQLite in WAL, synchronous=FULL", "--Database:Provider=sqlite"),
            await MeasureAsync("timers-10k-postgres", "PostgreSQL with fsync", "--Database:Provider=postgres", $"--Database:ConnectionString={cluster.ConnectionString}"),
        ];
    }

    private static async Task<Figure> MeasureAsync(string name, string settings, params string[] database)
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var clock = new StandingClock(Monday);
        var builder = WebApplication.CreateBuilder(["--Empty=true", "--Pump:Runs=false", $"--Data={folder}", .. database]);
        builder.AddOfficeWorkflow();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        double seconds, processor;
        await using (var server = builder.Build())
        {
            await server.PrepareAsync(CancellationToken.None);
            var officeId = await FillAsync(server.Services, clock);
            clock.Now = Monday.AddDays(4).AddHours(1);
            (seconds, processor) = await DrainAsync(server.Services);
            await ProveAsync(server.Services, officeId);
        }

        BenchOffice.LetGo(folder);
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} reminders due at one opening, three days late: each fired once, its case told, its mail written and queued, not sent; {processor:0.0} s of processor; {settings}; {Machine.Conditions}");
        return new Figure(name, Math.Round(seconds, 1), "s", Limit: null, Ratio: null, conditions);
    }

    private static async Task<Guid> FillAsync(IServiceProvider services, StandingClock clock)
    {
        var dbs = services.GetRequiredService<OfficeDbs>();
        var officeId = Guid.CreateVersion7();
        await using (var all = dbs.Open(new Scope.System("bench")))
        {
            all.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Mail = "office@s.example.jp" });
            await all.SaveChangesAsync();
            await OfficeWordings.SeedAsync(all, officeId, clock.GetUtcNow(), CancellationToken.None);
        }

        var process = BpmnReader.Read(Source).Processes[0];
        await using (var db = dbs.Open(new Scope.CaseOffice(officeId)))
        {
            var publication = new Publication(officeId, Source, "bench", CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo), By: null);
            await services.GetRequiredService<Publishing>().AddAsync(db, publication, process, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var beginning = services.GetRequiredService<Beginning>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            await using var db = dbs.Open(new Scope.CaseOffice(officeId));
            var recipient = Value.Record.Empty
                .With("name", Value.Of($"相手{number}"))
                .With("mail", Value.Of(string.Create(CultureInfo.InvariantCulture, $"someone{number}@example.jp")));
            var request = new StartRequest(officeId, Key, Value.Record.Empty.With("recipient", recipient));
            if (await beginning.BeginAsync(db, request, stop) is not Outcome<CaseFile>.Done)
            {
                throw new InvalidOperationException("A case does not start.");
            }
        });
        return officeId;
    }

    /// <summary>All sources of the pump but the one that sends, each by itself as in the server.</summary>
    private static async Task<(double Seconds, double Processor)> DrainAsync(IServiceProvider services)
    {
        var sources = services.GetRequiredService<Pump>().Sources.Where(static source => !string.Equals(source.Name, MailPerformer.MailLane, StringComparison.Ordinal)).ToList();
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        int done;
        do
        {
            done = (await Task.WhenAll(sources.Select(static source => Task.Run(() => EmptyAsync(source))))).Sum();
        }
        while (done > 0);

        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static async Task<int> EmptyAsync(PumpSource source)
    {
        var (all, done) = (0, 0);
        do
        {
            done = await source.PerformDueAsync(CancellationToken.None);
            all += done;
        }
        while (done > 0);

        return all;
    }

    private static async Task ProveAsync(IServiceProvider services, Guid officeId)
    {
        await using var db = services.GetRequiredService<OfficeDbs>().Open(new Scope.CaseOffice(officeId));
        var fired = await db.Timers.CountAsync(static timer => timer.State == TimerState.Fired);
        var mails = await db.Mails.CountAsync(static mail => mail.State == MailState.Waiting);
        var addresses = await db.Mails.Select(static mail => mail.Address).Distinct().CountAsync();
        var waiting = await db.Outbox.CountAsync(static entry => entry.Kind == Postbox.Kind && entry.State == OutboxState.Waiting);
        if ((fired, mails, addresses, waiting) != (Count, Count, Count, Count))
        {
            throw new InvalidOperationException($"{fired} timers fired, {mails} mails to {addresses} addresses, {waiting} queued; each should be {Count}.");
        }
    }
}
