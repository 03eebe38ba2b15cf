using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Monitoring;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Contents: what meetings, consents and monitoring plug into automation and into guest links.</summary>
internal static class CircleActs
{
    public static void AddCircle(this IServiceCollection services)
    {
        services.AddSingleton<FormAct, MeetingPlanAct>();
        services.AddSingleton<FormAct, MeetingChooseAct>();
        services.AddSingleton<FormAct, OpinionAct>();
        services.AddSingleton<FormAct, MinutesAct>();
        services.AddSingleton<FormAct, ConsentExplainAct>();
        services.AddSingleton<FormAct, ConsentPaperAct>();
        services.AddSingleton<FormAct, VisitPlanAct>();
        services.AddSingleton<FormAct, MonitoringReportAct>();
        services.AddSingleton<Worker, AskAvailabilityWorker>();
        services.AddSingleton<Worker, RemindAvailabilityWorker>();
        services.AddSingleton<Worker, InviteToMeetingWorker>();
        services.AddSingleton<Worker, AskOpinionWorker>();
        services.AddSingleton<Worker, RequestConsentWorker>();
        services.AddSingleton<Worker, RemindConsentWorker>();
        services.AddSingleton<Worker, MonitoringDueWorker>();
        services.AddSingleton<GuestPurpose, PollPurpose>();
        services.AddSingleton<GuestPurpose, OpinionPurpose>();
        services.AddSingleton<GuestPurpose, ConsentPurpose>();
        services.AddSingleton<MailReason, UnansweredReason>();
    }
}
