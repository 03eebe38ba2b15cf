using OfficeWorkflow.Server.Automation.Cases.Future;
using OfficeWorkflow.Server.Automation.Cases.Lists;
using OfficeWorkflow.Server.Automation.Cases.Mails;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Cases.Tokens;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Memos;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Figures;
using OfficeWorkflow.Server.Automation.Procedures.Ladders;
using OfficeWorkflow.Server.Automation.Procedures.Packages;
using OfficeWorkflow.Server.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Automation.Work.Leave;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Automation.Work.Load;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People.RoleUses;

namespace OfficeWorkflow.Server.Automation;

/// <summary>What runs procedures: the runner, its inbox, timers, messages and the performer of service tasks.</summary>
internal static class AutomationWing
{
    public static IServiceCollection AddAutomation(this IServiceCollection services)
    {
        services.AddSingleton<ProcedureLibrary>();
        services.AddSingleton<ShowFigures>();
        services.AddSingleton<GivenVariables>();
        services.AddSingleton<CheckDraft>();
        services.AddSingleton<ShowCatalogue>();
        services.AddTrials();
        services.AddReleases();
        services.AddCaseActs();
        services.AddSingleton<SeedBuiltIns>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<Beginning>();
        services.AddSingleton<TakeOverDesk>();
        services.AddSingleton<TakeOverCase>();
        services.AddSingleton<CaseInbox>();
        services.AddSingleton<TimerStarts>();
        services.AddSingleton<Matching>();
        services.AddSingleton<TroubleBook, IncidentBook>();
        services.AddSingleton<Doctor>();

        // The pump asks them in this order: what is in the house first, then what leaves it.
        services.AddSingleton<PumpSource, InboxSource>();
        services.AddSingleton<PumpSource, MessageSource>();
        services.AddSingleton<PumpSource, MoveSource>();
        services.AddSingleton<PumpSource, TimerSource>();
        services.AddSingleton<Performer, ServicePerformer>();
        services.AddSingleton<Worker, SendMailWorker>();
        services.AddSingleton<MailReason, LiveCaseReason>();
        services.AddSingleton<CaseSearch, CaseSearchBySubject>();
        services.AddSingleton<TemplateScene, MailScene>();
        services.AddSingleton<RoleUse, RoleUseOfProcedures>();
        services.AddLists();
        return services;
    }

    /// <summary>What people see of running cases and do to them beside their work.</summary>
    private static void AddCaseActs(this IServiceCollection services)
    {
        services.AddSingleton<Forecast>();
        services.AddSingleton<FindTimers>();
        services.AddSingleton<PlaceToken>();
        services.AddSingleton<RetryIncidents>();
    }

    /// <summary>From a draft to a version, and running cases after it.</summary>
    private static void AddReleases(this IServiceCollection services)
    {
        services.AddSingleton<ChangeLadders>();
        services.AddSingleton<Publishing>();
        services.AddSingleton<OfficeWords>();
        services.AddSingleton<PreviewMove>();
        services.AddSingleton<ShowPublish>();
        services.AddSingleton<PackageParts>();
        services.AddSingleton<LookAtPackage>();
    }

    /// <summary>What leaves as a file.</summary>
    private static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListSource, WorkRows>();
        services.AddSingleton<ListSource, LoadRows>();
        services.AddSingleton<ListSource, AbsenceRows>();
        services.AddSingleton<ListSource, MemoRows>();
        services.AddSingleton<ListSource, CaseListRows>();
        services.AddSingleton<ListSource, ForecastRows>();
        services.AddSingleton<ListSource, TimerRows>();
        services.AddSingleton<ListSource, ProcedureRows>();
        services.AddSingleton<ListSource, FigureRows>();
        services.AddSingleton<ListSource, IncidentRows>();
        services.AddSingleton<ListSource, JobRows>();
    }
}
