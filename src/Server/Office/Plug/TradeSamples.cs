using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>The people and papers of a trial run: nobody's, and said to be so.</summary>
internal static class TradeSamples
{
    private static readonly Value[] Participants =
    [
        Person("sample-client", "見本の利用者", "client"), Person("sample-provider", "見本の事業所", "provider"), Person("sample-city", "見本の市の担当者", "city"),
    ];

    public static TrialSamples All { get; } = new(
        Record(("clientId", Value.Of("sample-client")), ("clientName", Value.Of("見本の利用者")), ("planId", Value.Of("sample-plan"))),
        new Dictionary<string, Func<Value.Record, Value.Record>>(StringComparer.Ordinal)
        {
            ["Office.Contract"] = static _ => Record(("contractId", Value.Of("sample-contract"))),
            ["Office.ContractReport"] = static answers => Record(("contractReportedOn", answers["reportedOn"])),
            ["Office.PlanRequest"] = static answers => Record(("planRequestedOn", answers["receivedOn"]), ("draftDueOn", answers["dueOn"])),
            ["Office.InfoProvision"] = static answers => Record(("infoProvidedOn", answers["providedOn"])),
            ["Office.Assessment"] = static _ => Record(("assessmentId", Value.Of("sample-assessment"))),
            ["Office.PlanDraft"] = static _ => Record(("planId", Value.Of("sample-draft")), ("planVersion", Value.Of(1m))),
            ["Office.DraftDelivery"] = static answers => Record(("draftDeliveredOn", answers["deliveredOn"])),
            ["Office.BenefitDecision"] = static _ => Record(
                ("decisionId", Value.Of("sample-decision")), ("certificateId", Value.Of("sample-certificate")), ("amountsAsPlanned", Value.Of(true))),
            ["Office.PlanFinal"] = static _ => Record(("planId", Value.Of("sample-plan")), ("planVersion", Value.Of(2m))),
            ["Office.PlanDelivery"] = static answers => Record(("deliveredOn", answers["deliveredOn"])),
            ["Office.VisitPlan"] = static answers => Record(("visitOn", answers["visitOn"])),
            ["Office.MonitoringReport"] = static answers => Record(
                ("reportId", Value.Of("sample-report")), ("result", answers["result"]), ("reason", answers["reason"])),
            ["Office.ConsentExplain"] = static answers => Record(
                ("consentId", Value.Of("sample-consent")), ("isFollowed", Value.Of(answers["isFollowed"] is Value.YesNo { Answer: true })), ("method", Value.Of(answers["method"] is Value.Text { Content: "link" } ? "link" : "paper"))),
            ["Office.ConsentPaper"] = static answers => Record(("outcome", answers["outcome"])),
            ["Office.SubmitToCity"] = static answers => Record(("submittedOn", answers["submittedOn"]), ("cityOfficers", Value.Of(Participants[2]))),
            ["Office.MeetingPlan"] = static _ => Record(
                ("meetingId", Value.Of("sample-meeting")), ("participants", Value.Of(Participants)), ("host", Person("sample-host", "見本の相談支援専門員", "staff"))),
            ["Office.MeetingChoose"] = static _ => Record(
                ("meetingAt", Value.Of(new DateTimeOffset(2026, 4, 1, 14, 0, 0, TimeSpan.FromHours(9)))),
                ("attendees", Value.Of(Participants[..2])),
                ("absentees", Value.Of(Participants[2..]))),
            ["Office.Opinion"] = static answers => Record(("answeredOn", answers["answeredOn"])),
            ["Office.Minutes"] = static _ => Record(("minutesId", Value.Of("sample-minutes")), ("minutesTo", Value.Of(Participants))),
        },
        new Dictionary<string, StandIn>(StringComparer.Ordinal)
        {
            ["Office.DeliveryList"] = new(static _ => Record(("addressees", Value.Of(Person("sample-client", "見本の利用者", "user"), Participants[1], Participants[2])))),
            ["Office.MonitoringDue"] = new(static _ => Record(("dueClients", Value.Of(Record(
                ("clientId", Value.Of("sample-client")), ("clientName", Value.Of("見本の利用者")), ("month", Value.Of(new DateOnly(2026, 4, 1)))))))),
            ["Office.RequestConsent"] = new(static _ => Record(("answersBy", Value.Of(new DateOnly(2026, 4, 15)))), "consent-request", "同意する方"),
            ["Office.RemindConsent"] = new(Nothing, "consent-reminder", "同意する方"),
            ["Office.ExpireConsent"] = new(Nothing, "consent-expired", "同意する方と説明した職員"),
            ["Office.AskAvailability"] = new(Nothing, "meeting-poll", "会議の参加者"),
            ["Office.RemindAvailability"] = new(static _ => Record(("reminded", Value.Of(1m))), "meeting-poll-reminder", "返事のない参加者"),
            ["Office.InviteToMeeting"] = new(Nothing, "meeting-invitation", "会議の出席者"),
            ["Office.AskOpinion"] = new(Nothing, "opinion-inquiry", "会議の欠席者"),
            ["Office.CirculateMinutes"] = new(Nothing, "minutes-ready", "会議に招いた人"),
        });

    private static Value.Record Nothing(Value.Record inputs) => Value.Record.Empty;

    private static Value.Record Person(string id, string name, string kind) =>
        Record(("id", Value.Of(id)), ("name", Value.Of(name)), ("mail", Value.Of($"{id}@example.jp")), ("kind", Value.Of(kind)));

    private static Value.Record Record(params (string Key, Value Value)[] fields) =>
        (Value.Record)Value.Of(fields.Select(static field => KeyValuePair.Create(field.Key, field.Value)));
}
