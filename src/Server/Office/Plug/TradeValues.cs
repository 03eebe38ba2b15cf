using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Agreements;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Lists of people that our forms and workers leave in a case, and what our messages bring.</summary>
internal static class TradeValues
{
    public static KnownValues Known { get; } = new(
        Recipients:
        [
            new("=cityOfficers", "市の担当者"),
            new("=participants", "会議に招く人"),
            new("=participants[kind = \"commissioner\"]", "会議に招く民生委員・児童委員"),
            new("=attendees", "会議に出る人"),
            new("=absentees", "会議に出られない人"),
            new("=addressees[kind != \"user\"]", "計画を渡す事業所と市"),
            new("=minutesTo", "会議録を渡す人"),
        ],
        Lists:
        [
            new("=participants", "会議に招く人"),
            new("=attendees", "会議に出る人"),
            new("=absentees", "会議に出られない人"),
            new("=addressees", "計画を渡す相手"),
            new("=dueClients", "今月モニタリングする利用者"),
        ],
        Messages: new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [ConsentPurpose.Message] = ["outcome"],
            [RevokeAgreement.Message] = [],
            [WithdrawConsent.Message] = ["clientId", "clientName", "planId", "consentId"],
            [OpinionPurpose.Message] = ["answeredOn"],
            [PollCompletion.Message] = [],
            [CallOffMeeting.Message] = [],
        });
}
