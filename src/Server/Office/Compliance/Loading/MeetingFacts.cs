using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>A meeting as duties see it: by its minutes, and until they are written by what was arranged.</summary>
internal static class MeetingFacts
{
    /// <param name="providers">Names in the plan by provider.</param>
    public static async Task<MeetingFact> OfAsync(
        OfficeDb db, Meeting meeting, IReadOnlyDictionary<Guid, string> providers, bool hostIsSpecialist, DateOnly today, CancellationToken stop)
    {
        var minutes = await db.WholeMinutes.Where(row => row.MeetingId == meeting.Id).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop);
        var inquiries = await db.OpinionInquiries.Where(row => row.MeetingId == meeting.Id).ToListAsync(stop);
        var others = meeting.Participants.Where(static person => person.Kind is not ParticipantKind.Client);

        return new MeetingFact(HeldOn(meeting, minutes, today))
        {
            HostIsSpecialist = hostIsSpecialist,
            InvitedOn = JapaneseEra.DayInTokyo(meeting.Participants.Min(static person => person.AskedAt) ?? meeting.PlannedAt),
            Invitees = [.. others.Select(person => Invitee(person, minutes, inquiries, providers))],
            UserAttended = meeting.Participants.Any(person => person.Kind is ParticipantKind.Client && Attended(person, minutes)),
            UserAbsentReason = minutes?.UserAbsentReason,
            Minutes = minutes is null ? null : new MinutesFact([.. EmptyParts(minutes)]),
        };
    }

    private static DateOnly? HeldOn(Meeting meeting, Minutes? minutes, DateOnly today)
    {
        if (minutes is not null)
        {
            return minutes.HeldOn;
        }

        var chosen = meeting.Chosen is { } candidate ? JapaneseEra.DayInTokyo(candidate.StartsAt) : (DateOnly?)null;

        return chosen < today ? chosen : null;
    }

    private static InviteeFact Invitee(
        Participant person, Minutes? minutes, List<OpinionInquiry> inquiries, IReadOnlyDictionary<Guid, string> providers)
    {
        var inquiry = inquiries.Find(one => one.ParticipantId == person.Id);
        var provider = person.ProviderId is { } id ? providers.GetValueOrDefault(id) : null;

        return new InviteeFact(person.Name, provider, person.Category)
        {
            Attended = Attended(person, minutes),
            AskedOn = inquiry?.SentOn,
            AnsweredOn = inquiry?.AnsweredOn,
        };
    }

    private static bool Attended(Participant person, Minutes? minutes) => minutes is null
        ? person.IsExpected ?? false
        : minutes.Attendances.Any(row => row.ParticipantId == person.Id && row.Attended);

    private static IEnumerable<string> EmptyParts(Minutes minutes)
    {
        if (minutes.Items.Count == 0)
        {
            yield return "検討した項目";
        }

        if (minutes.Items.Any(static item => string.IsNullOrWhiteSpace(item.Opinions)))
        {
            yield return "検討内容";
        }

        if (minutes.Items.Any(static item => string.IsNullOrWhiteSpace(item.Conclusion)))
        {
            yield return "結論";
        }

        if (string.IsNullOrWhiteSpace(minutes.Remaining))
        {
            yield return "残された課題";
        }
    }
}
