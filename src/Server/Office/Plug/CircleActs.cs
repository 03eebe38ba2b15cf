using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Agreements;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Feed;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Letters;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Replies;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Monitoring.Board;
using OfficeWorkflow.Server.Office.Providers;

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
        services.AddSingleton<KeepFeed>();
        services.AddSingleton<PrintLetter>();
        services.AddSingleton<PrintInquiry>();
        services.AddSingleton<RecordOpinion>();
        services.AddSingleton<RecordAnswer>();
        services.AddSingleton<RoomLinks>();
        services.AddSingleton<MinutesMail>();
        services.AddSingleton<ConfirmMinutes>();
        services.AddCircleWorkers();
        services.AddGuests();
        services.AddCircleMail();
        services.AddSingleton<TellInvited>();
        services.AddSingleton<TellOfPapers>();
        services.AddSingleton<RevokeAgreement>();
        services.AddSingleton<WithdrawConsent>();
        services.AddSingleton<AskWitness>();
        services.AddSingleton<CallOffMeeting>();
        services.AddSingleton<ListSource, MeetingRows>();
        services.AddSingleton<ListSource, BoardRows>();
    }

    private static void AddCircleWorkers(this IServiceCollection services)
    {
        services.AddSingleton<Worker, AskAvailabilityWorker>();
        services.AddSingleton<Worker, RemindAvailabilityWorker>();
        services.AddSingleton<Worker, InviteToMeetingWorker>();
        services.AddSingleton<Worker, AskOpinionWorker>();
        services.AddSingleton<Worker, RequestConsentWorker>();
        services.AddSingleton<Worker, RemindConsentWorker>();
        services.AddSingleton<Worker, ExpireConsentWorker>();
        services.AddSingleton<Worker, MonitoringDueWorker>();
        services.AddSingleton<Worker, CirculateMinutesWorker>();
    }

    /// <summary>Whom mails reach in which way, for how long they are worth sending, and what comes back.</summary>
    private static void AddCircleMail(this IServiceCollection services)
    {
        services.AddSingleton<ContactWays, CircleWays>();
        services.AddSingleton<MailReason, UnansweredReason>();
        services.AddSingleton<MailReason, PaperReason>();
        services.AddSingleton<MailReason, MeetingDateReason>();
        services.AddSingleton<IncomingKind, CalendarReplies>();
    }

    /// <summary>What people outside do by a link, and what the cases are told after it.</summary>
    private static void AddGuests(this IServiceCollection services)
    {
        services.AddSingleton<GuestPurpose, FeedPurpose>();
        services.AddSingleton<GuestPurpose, RoomPurpose>();
        services.AddSingleton<GuestPurpose, PollPurpose>();
        services.AddSingleton<GuestPurpose, OpinionPurpose>();
        services.AddSingleton<GuestPurpose, ConsentPurpose>();
        services.AddSingleton<GuestPurpose, WitnessPurpose>();
        string[] own = [ConsentPurpose.Message, WithdrawConsent.Message, RevokeAgreement.Message, OpinionPurpose.Message, PollCompletion.Message, CallOffMeeting.Message];
        foreach (var message in own)
        {
            services.AddSingleton(new OwnMessage(message));
        }
    }
}
