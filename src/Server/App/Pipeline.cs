using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.App.AuditTrail;
using OfficeWorkflow.Server.App.OfficeSettings;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.App.Webhooks;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Memos;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Leave;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Deadlines;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>Contents: what a request passes and where it may arrive, one line per feature.</summary>
internal static class Pipeline
{
    public static void MapOfficeWorkflow(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseUploadLimit();
        app.UseCleanInput();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseWholeForms();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgeryGate();
        app.UseIdempotency();
        MapRoutes(app);
    }

    private static void MapRoutes(WebApplication app)
    {
        WorkRoutes.Map(app);
        AbsenceRoutes.Map(app);
        MemoRoutes.Map(app);
        PersonRoutes.Map(app);
        CaseRoutes.Map(app);
        TakeOverRoutes.Map(app);
        IncidentRoutes.Map(app);
        ProcedureRoutes.Map(app);
        MailRoutes.Map(app);
        GuestRoutes.Map(app);
        DocumentRoutes.Map(app);
        ListRoutes.Map(app);
        RehearsalRoutes.Map(app);
        ApiRoutes.Map(app);
        HealthRoutes.Map(app);
        SheetRoutes.Map(app);
        ComplianceRoutes.Map(app);
        MeetingRoutes.Map(app);
        ConsentRoutes.Map(app);
        MonitoringRoutes.Map(app);
        LedgerRoutes.Map(app);
        AuditRoutes.Map(app);
        JobRoutes.Map(app);
        SettingsRoutes.Map(app);
        WebhookRoutes.Map(app);
        NoticeRoutes.Map(app);
        DeadlineRoutes.Map(app);
    }

    /// <summary>What must stand before the first request: the schema, then what each feature seeds.</summary>
    /// <returns>What the terminal says once the server listens.</returns>
    public static async Task<Func<IEnumerable<string>, string>> PrepareAsync(this WebApplication app, CancellationToken stop)
    {
        var dbs = app.Services.GetRequiredService<OfficeDbs>();
        var settings = app.Services.GetRequiredService<Settings>();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await using var alone = await StartingAlone.EnterAsync(dbs, stop);
        await Migrating.HandleAsync(dbs, stop);
        var hasDemo = !settings.IsEmpty && await DemoOffice.SeedAsync(dbs, app.Services.GetRequiredService<Password>(), clock, stop);
        var welcome = settings is { IsEmpty: true, PumpRuns: true } ? await FirstAdministrator.HandleAsync(dbs, clock, stop) : null;
        await app.Services.GetRequiredService<PrepareOffices>().HandleAsync(stop);
        await SeedWordings.HandleAsync(dbs, clock, stop);

        return addresses => Greeting.Of(addresses, settings, clock, hasDemo, welcome);
    }
}
