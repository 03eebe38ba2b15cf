using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>The mail that asks for dates, the first time and again.</summary>
internal static class PollMail
{
    public static MailOrder Order(string template, Meeting meeting, Participant participant, string? address, string link) => new(
        meeting.OfficeId,
        template,
        Invited.NameInMail(participant),
        address,
        Value.Record.Empty.With("link", Value.Of(link)).With("answersBy", Value.Of(meeting.AnswersBy)))
    {
        CaseId = meeting.CaseId,
    };
}
