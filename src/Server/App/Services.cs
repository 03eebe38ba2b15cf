using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.App.AuditTrail;
using OfficeWorkflow.Server.App.Housekeeping;
using OfficeWorkflow.Server.App.OfficeSettings;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.App.Webhooks;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.App;

/// <summary>Contents: what the server is made of, one line per feature.</summary>
internal static class Services
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Major Code Smell", "S1075", Justification = "What ./run says when nobody gives --urls.")]
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddOfficeWorkflow(this WebApplicationBuilder builder)
    {
        var settings = Settings.From(builder.Configuration);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.AddSingleton(settings);
        var clock = settings.Clock();
        builder.Services.AddSingleton(clock);
        builder.AddStorage(settings);
        builder.AddTrustedProxies();
        builder.AddUploadLimit();
        builder.Services.AddPages();
        builder.Services.AddApi();
        builder.Services.AddPeople(Path.Combine(settings.DataDirectory, "keys", "sessions"), SessionLimits.From(builder.Configuration));
        builder.Services.AddSingleton<OfficeCalendars>();

        // What this trade's procedures are about.
        builder.Services.AddSingleton(new CaseSubject("clientId", "clientName"));
        builder.Services.AddAutomation();
        builder.Services.AddSingleton(new ShippedProcedures(BuiltIns.All));
        builder.Services.AddSingleton(TradeValues.Known);
        builder.Services.AddSingleton(TradeSamples.All);
        builder.Services.AddWork(BuiltIns.All.SelectMany(static shipped => shipped.Forms.Values).Concat(BuiltIns.CommonForms.Values));
        builder.Services.AddOutbox(settings.PumpRuns);
        builder.AddCalendar(settings);
        builder.Services.AddChannels(
            MailSettings.Of(builder.Configuration, settings.DataDirectory, settings.IsRehearsal), Path.Combine(settings.DataDirectory, "keys"));
        builder.Services.AddSingleton<SubjectList, ClientSubjects>();
        builder.Services.AddLedger();
        builder.Services.AddCircle();
        builder.AddOwn(settings);
        builder.Services.AddSingleton(builder.Configuration.GetSection("Duties").Get<DutySettings>() ?? new DutySettings());

        // Last: it wraps what is there.
        if (clock is RehearsalClock rehearsal)
        {
            builder.Services.AddRehearsal(rehearsal, builder.Configuration["OFFICE_FAILPOINT"]);
        }
    }

    /// <summary>What stands in App itself.</summary>
    private static void AddOwn(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton<ListSource, AuditRows>();
        builder.Services.AddSingleton(WebhookSettings.Of(builder.Configuration, settings.IsRehearsal));
        builder.Services.AddSingleton<KeepWebhooks>();
        builder.Services.AddSingleton<PrepareOffices>();
        builder.Services.AddSingleton<RemoveDemo>();
    }

    private static void AddStorage(this WebApplicationBuilder builder, Settings settings)
    {
        var configuration = builder.Configuration;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(services => settings.Database(configuration, services.GetServices<IInterceptor>()));
        builder.Services.AddSingleton<OfficeDbs>();
        builder.Services.AddScoped(static services =>
        {
            var request = services.GetRequiredService<IHttpContextAccessor>();
            return new OfficeDb(services.GetRequiredService<Database>(), () => RequestScope.Of(request.HttpContext));
        });
    }

    private static void AddCalendar(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddHousekeeping();
        builder.Services.AddHouseJobs();
        if (settings.IsRehearsal)
        {
            builder.Services.AddRehearsedCalendar();
        }
        else if (settings.PumpRuns)
        {
            builder.Services.AddCalendar(Settings.Provider(builder.Configuration), builder.Configuration["Database:ConnectionString"]);
        }
    }

    private static void AddOutbox(this IServiceCollection services, bool runs)
    {
        services.AddSingleton<Performing>();
        foreach (var lane in new[] { OutboxSource.MainLane, MailPerformer.MailLane })
        {
            services.AddSingleton<PumpSource>(services => ActivatorUtilities.CreateInstance<OutboxSource>(services, lane));
        }

        services.AddSingleton<Sealer>();
        services.AddSingleton<PumpSource>(static services => services.GetRequiredService<Sealer>());
        services.AddSingleton<Pump>();
        services.AddSingleton<PumpPulse>();
        if (runs)
        {
            services.AddHostedService<PumpHost>();
        }
    }
}
