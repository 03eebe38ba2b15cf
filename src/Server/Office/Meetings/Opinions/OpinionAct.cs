using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>Staff enter what somebody who cannot come said by phone, FAX, on paper or in person.</summary>
internal sealed class OpinionAct : MeetingAct
{
    public override string Name => "Office.Opinion";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Meeting meeting, CancellationToken stop)
    {
        var participant = Absentee(context, meeting);
        var inquiry = await InquiryAsync(context, participant, stop);

        return Prefill(("answeredOn", Today(context))) with
        {
            Facts =
            [
                new("欠席する方", participant is null ? "—" : $"{participant.Name}（{participant.Affiliation}）"),
                new("会議", meeting.Chosen is { } chosen ? MeetingWords.Of(chosen) : "—", $"/meetings/{meeting.Id}"),
                new("照会した日", inquiry is null ? "—" : Ui.JapaneseEra.Long(inquiry.SentOn)),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Meeting meeting, ActReader read, CancellationToken stop)
    {
        var inquiry = await InquiryAsync(context, Absentee(context, meeting), stop);
        if (inquiry is null)
        {
            return new Refusal("inquiry-unknown", "この方への意見照会が見つかりません。会議のページで照会の記録を確かめてください。", Kind: RefusalKind.Unknown);
        }

        var on = read.PastDay("answeredOn", "回答の日");
        read.NotBefore(on, "answeredOn", "回答の日", inquiry.SentOn, "answer-before-inquiry", "照会した日");
        var means = read.RequiredChoice<AnswerMeans>("means", "方法");
        var content = read.Required("content", "意見の内容");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        return inquiry.Answer(on, means, content, context.PersonId, context.At) is { } refusal
            ? refusal
            : Answer(("answeredOn", Value.Of(on)));
    }

    private static Participant? Absentee(ActContext context, Meeting meeting)
    {
        var id = context.Variables["absentee"] is Value.Record absentee ? IdIn(absentee["id"]) : null;

        return meeting.Participants.FirstOrDefault(participant => participant.Id == id);
    }

    private static async Task<OpinionInquiry?> InquiryAsync(ActContext context, Participant? participant, CancellationToken stop) =>
        participant is null
            ? null
            : await context.Db.OpinionInquiries.SingleOrDefaultAsync(inquiry => inquiry.ParticipantId == participant.Id, stop);
}
