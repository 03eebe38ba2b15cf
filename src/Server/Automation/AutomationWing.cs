using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Automation;

/// <summary>What runs procedures: the runner, its inbox, timers, messages and the performer of service tasks.</summary>
internal static class AutomationWing
{
    public static IServiceCollection AddAutomation(this IServiceCollection services)
    {
        services.AddSingleton<ProcedureLibrary>();
        services.AddSingleton<CheckDraft>();
        services.AddSingleton<ShowCatalogue>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<SeedBuiltIns>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<Beginning>();
        services.AddSingleton<CaseInbox>();
        services.AddSingleton<TimerStarts>();
        services.AddSingleton<Matching>();
        services.AddSingleton<TroubleBook, IncidentBook>();
        services.AddSingleton<Doctor>();

        // The pump asks them in this order: what is in the house first, then what leaves it.
        services.AddSingleton<PumpSource, InboxSource>();
        services.AddSingleton<PumpSource, MessageSource>();
        services.AddSingleton<PumpSource, TimerSource>();
        services.AddSingleton<Performer, ServicePerformer>();
        services.AddSingleton<Worker, SendMailWorker>();
        services.AddSingleton<MailReason, LiveCaseReason>();
        return services;
    }
}
