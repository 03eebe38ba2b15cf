using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>An act about the meeting that the case arranges.</summary>
internal abstract class MeetingAct : ClientAct
{
    protected sealed override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop) =>
        await MeetingAsync(context, stop) is { } meeting ? await PrefillAsync(context, meeting, stop) : FormPrefill.Nothing;

    protected sealed override async Task<Outcome<Value.Record>> ApplyAsync(
        ActContext context, Client client, ActReader read, CancellationToken stop) =>
        await MeetingAsync(context, stop) is { } meeting
            ? await ApplyAsync(context, meeting, read, stop)
            : new Refusal("meeting-unknown", "この案件の会議が見つかりません。案件のページで「参加者と候補日を決める」が終わっているか確かめてください。", Kind: RefusalKind.Unknown);

    protected abstract Task<FormPrefill> PrefillAsync(ActContext context, Meeting meeting, CancellationToken stop);

    protected abstract Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Meeting meeting, ActReader read, CancellationToken stop);

    protected static IReadOnlyList<FormOption> Options(IEnumerable<Participant> participants) =>
        [.. participants.OrderBy(static one => one.Place).Select(static one => new FormOption(one.Id.ToString(), $"{one.Name}（{one.Affiliation}）"))];

    /// <summary>How a case remembers participants.</summary>
    internal static Value Remember(IEnumerable<Participant> participants) =>
        Value.Of(participants.OrderBy(static one => one.Place).Select(static one => (Value)Answer(
            ("id", Value.Of(one.Id.ToString())),
            ("name", Value.Of(one.Name)),
            ("mail", one.HasMail ? Value.Of(one.Mail!) : Value.None),
            ("kind", Value.Of(ActReader.Key(one.Kind))))));

    private static async Task<Meeting?> MeetingAsync(ActContext context, CancellationToken stop)
    {
        var id = IdIn(context.Variables["meetingId"]);

        return await context.Db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id, stop);
    }
}
