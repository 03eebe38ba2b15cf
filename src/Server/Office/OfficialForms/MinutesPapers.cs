using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>A version of minutes as it is written on the 会議録.</summary>
internal static class MinutesPapers
{
    /// <param name="minutes">With items and attendances.</param>
    public static async Task<MinutesPaper> OfAsync(OfficeDb db, Minutes minutes, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.SingleAsync(row => row.Id == minutes.MeetingId, stop);
        var inquiries = await db.OpinionInquiries.Where(row => row.MeetingId == meeting.Id).ToListAsync(stop);
        var plan = await db.WholePlans.FirstOrDefaultAsync(row => row.Id == meeting.PlanId, stop);
        var present = minutes.Attendances.Where(static row => row.Attended).Select(static row => row.ParticipantId).ToHashSet();
        var members = meeting.Participants.OrderBy(static row => row.Place).ToList();

        return new MinutesPaper(await PaperHeads.OfAsync(db, meeting.ClientId, minutes.WrittenBy, minutes.HeldOn, stop))
        {
            About = plan is null ? string.Empty : $"{Words.Of(plan.Stage)}(第{plan.Version}版、{JapaneseEra.Date(plan.WrittenOn)}作成)",
            WrittenOn = JapaneseEra.DayInTokyo(minutes.WrittenAt),
            HeldOn = minutes.HeldOn,
            From = minutes.From,
            To = minutes.To,
            Place = minutes.Place,
            Number = meeting.Round,
            Present = [.. members.Where(row => present.Contains(row.Id)).Select(row => new MinutesMember(row.Affiliation, row.Name + Note(minutes, row)))],
            Absent = [.. members.Where(row => !present.Contains(row.Id)).Select(row => Inquiry(row, inquiries.Find(one => one.ParticipantId == row.Id)))],
            Items = [.. minutes.Items.OrderBy(static row => row.Number).Select(static row => new MinutesLine(row.Topic, row.Opinions, row.Conclusion))],
            Changes = plan is null ? [] : [.. await PlanChanges.OfAsync(db, plan, stop)],
            UserWords = minutes.UserWords,
            UserAbsentReason = minutes.UserAbsentReason ?? string.Empty,
            Reflected = minutes.Reflected ?? string.Empty,
            Remaining = minutes.Remaining,
            Next = minutes.Next ?? string.Empty,
        };
    }

    private static string Note(Minutes minutes, Participant member) =>
        minutes.Attendances.FirstOrDefault(row => row.ParticipantId == member.Id)?.Note is { Length: > 0 } note ? $"({note})" : string.Empty;

    private static MinutesInquiry Inquiry(Participant member, OpinionInquiry? inquiry) => new(member.Affiliation, member.Name)
    {
        Means = inquiry?.Means is { } means ? MeetingWords.Of(means) : string.Empty,
        AskedOn = inquiry?.SentOn,
        AnsweredOn = inquiry?.AnsweredOn,
        Content = inquiry?.Content ?? string.Empty,
    };
}
