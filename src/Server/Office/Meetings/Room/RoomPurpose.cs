using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Room.Views;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>会議の資料: agenda, the papers that this participant may see, and afterwards the minutes, to be found right or corrected.</summary>
internal sealed class RoomPurpose : GuestPurpose
{
    /// <summary>The purpose of the links; their target is the participant.</summary>
    public const string Key = "meeting-room";

    /// <summary>The part of the address that is the plan's paper.</summary>
    public const string Paper = "paper";

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } model)
        {
            return TypedResults.NotFound();
        }

        if (await GuestPapers.OpenAsync(visit, model.Meeting, model.Participant, refusal => Refused(model, refusal), stop) is { } paper)
        {
            return paper;
        }

        visit.Db.Note(visit.Link.OfficeId, visit.At, "meeting-room-opened", $"meeting:{model.Meeting.Id}", "会議の資料のページが、専用のリンクから開かれました。", model.Meeting.CaseId);
        await visit.Db.SaveChangesAsync(stop);

        return string.Equals(visit.Part, Paper, StringComparison.Ordinal)
            ? await PaperAsync(visit, model, stop)
            : View.Of<RoomPage, RoomModel>(model);
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { Minutes: { } minutes } model)
        {
            return TypedResults.NotFound();
        }

        var isRight = string.Equals(form["right"], "yes", StringComparison.Ordinal);
        var correction = form["correction"].ToString().Trim();
        if (RefusalOf(minutes, form["version"].ToString(), isRight ? null : correction) is { } refusal)
        {
            return Refused(model with { Correction = correction }, refusal);
        }

        visit.Db.Add(new MinutesRemark
        {
            Id = Guid.CreateVersion7(),
            OfficeId = visit.Link.OfficeId,
            MinutesId = minutes.Id,
            ParticipantId = model.Participant.Id,
            Correction = isRight ? null : correction,
            SaidAt = visit.At,
        });
        await visit.Db.SaveChangesAsync(stop);

        return TypedResults.Redirect(visit.Path);
    }

    private static IResult Refused(RoomModel model, Refusal refusal) => View.Of<RoomPage, RoomModel>(model with { Refusals = [refusal] }, RefusalPages.StatusOf(refusal));

    private static Refusal? RefusalOf(Minutes minutes, string version, string? correction) => (minutes.IsConfirmed, correction) switch
    {
        (true, _) => new("minutes-already-confirmed", "会議録は確定しました。直したいことは、電話でお知らせください。", Kind: RefusalKind.Conflict),
        _ when !string.Equals(version, minutes.Version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) =>
            new("minutes-changed", "会議録が新しくなりました。もう一度読んで、お返事ください。", Kind: RefusalKind.Conflict),
        (_, { Length: 0 or > RoomModel.LongestCorrection }) =>
            new("correction-missing", string.Create(CultureInfo.InvariantCulture, $"直してほしいところを、{RoomModel.LongestCorrection}字までで書いてください。"), "correction"),
        _ => null,
    };

    private static async Task<IResult> PaperAsync(GuestVisit visit, RoomModel model, CancellationToken stop) =>
        model.Plan?.DocumentId is { } id && await DocumentStore.ReadAsync(visit.Db, id, stop) is { } bytes
            ? TypedResults.Bytes(bytes, "application/pdf")
            : TypedResults.NotFound();

    /// <returns>Null when the meeting is off, or its case was stopped.</returns>
    private static async Task<RoomModel?> OpenAsync(GuestVisit visit, CancellationToken stop)
    {
        var db = visit.Db;
        if (!Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var participantId)
            || await db.WholeMeetings.SingleOrDefaultAsync(row => row.Participants.Any(one => one.Id == participantId), stop) is not { IsCalledOff: false, IsChosen: true } meeting
            || await db.Cases.AnyAsync(file => file.Id == meeting.CaseId && file.StoppedAt != null, stop))
        {
            return null;
        }

        var participant = meeting.Participants.Single(one => one.Id == participantId);
        if (participant.IsTakenOff)
        {
            return null;
        }

        if (!await Circle.MaySeeAsync(db, meeting, participant, visit.At, stop))
        {
            return new RoomModel(visit.Path, visit.Office, meeting, participant, Plan: null, Minutes: null);
        }

        var minutes = await db.WholeMinutes.Where(row => row.MeetingId == meeting.Id).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop);
        var plan = await db.WholePlans.SingleOrDefaultAsync(plan => plan.Id == meeting.PlanId, stop);

        return new RoomModel(visit.Path, visit.Office, meeting, participant, plan, minutes)
        {
            Papers = (await SeenPapers.LoadAsync(db, meeting, visit.At, stop)).Of(participant),
            Remark = minutes is null
                ? null
                : await db.MinutesRemarks.Where(remark => remark.MinutesId == minutes.Id && remark.ParticipantId == participantId)
                    .OrderByDescending(static remark => remark.SaidAt).FirstOrDefaultAsync(stop),
        };
    }
}
