using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>The host moves a meeting whose date is fixed; everybody's calendar moves with it.</summary>
public static class MoveMeeting
{
    public static async Task<Model?> ShowAsync(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is { Chosen: { } chosen } meeting
            ? new Model(meeting, new Form
            {
                Date = JapaneseEra.Date(JapaneseEra.DayInTokyo(chosen.StartsAt)),
                From = MeetingWords.Clock(chosen.StartsAt),
                To = MeetingWords.Clock(chosen.EndsAt),
                Place = chosen.Place,
            })
            : null;

    internal static async Task<Outcome<Guid>> HandleAsync(
        Model model, Guid personId, OfficeDb db, TellInvited tell, CaseRunner runner, DateTimeOffset at, CancellationToken stop)
    {
        var meeting = model.Meeting;
        if (await MeetingChanges.RefuseAsync(meeting, db, at, stop) is { } late)
        {
            return late;
        }

        var read = new ActReader(Values(model.Form), at);
        var candidate = Read(meeting, read, at);
        var reason = read.Required("reason", "変える理由");
        if (read.IsWrong || candidate is null)
        {
            return read.Refusal;
        }

        var before = meeting.Chosen!;
        meeting.Candidates.Add(candidate);
        db.Add(candidate);
        meeting.Choose(candidate.Id, personId, at);
        var asked = before.IsAt(candidate) ? [] : await AskAnewAsync(meeting, candidate, db, stop);
        if (await tell.MovedAsync(db, meeting, asked, at, stop) is { } refusal)
        {
            return refusal;
        }

        db.Note(meeting.OfficeId, at, "meeting-moved", $"meeting:{meeting.Id}", $"会議の日時・場所を変えました。理由: {reason}", meeting.CaseId);
        try
        {
            return await SaveAsync(meeting, candidate, personId, db, runner, at, stop) is Outcome<CaseFile>.Refused no ? no.Refusal : meeting.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();

            return MeetingRefusals.Overtaken;
        }
    }

    /// <summary>
    /// Another time is another question: who could not come to the one before is asked again. Not who said × to this very time, and not who was taken off.
    /// </summary>
    private static async Task<IReadOnlyList<Participant>> AskAnewAsync(Meeting meeting, MeetingCandidate candidate, OfficeDb db, CancellationToken stop)
    {
        var tally = new Tally(meeting, await db.PollAnswers.AsNoTracking().Where(answer => answer.MeetingId == meeting.Id).ToListAsync(stop));
        var asked = meeting.Participants
            .Where(one => one is { IsExpected: false, IsTakenOff: false }
                && !meeting.Offered.Any(date => date.Overlaps(candidate) && tally.Answer(one.Id, date.Id)?.Availability is Availability.No))
            .ToList();
        asked.ForEach(static one => one.Expect(isExpected: true));

        return asked;
    }

    /// <summary>A case that goes on counts from the new date what it counts from the date of the meeting, in the same commit.</summary>
    private static async Task<Outcome<CaseFile>?> SaveAsync(
        Meeting meeting, MeetingCandidate candidate, Guid personId, OfficeDb db, CaseRunner runner, DateTimeOffset at, CancellationToken stop)
    {
        if (!await db.Cases.AnyAsync(file => file.Id == meeting.CaseId && file.Status == CaseStatus.Open && file.StoppedAt == null, stop))
        {
            await db.SaveChangesAsync(stop);

            return null;
        }

        var known = Value.Record.Empty.With(MeetingChooseAct.MeetingAt, Value.Of(JapaneseEra.InTokyo(candidate.StartsAt)));

        return await runner.TellAsync(db, meeting.CaseId, new Input.Corrected(at, known, "会議の日時・場所を変えたため", personId.ToString()), stop);
    }

    private static MeetingCandidate? Read(Meeting meeting, ActReader read, DateTimeOffset at)
    {
        var day = read.RequiredDay("date", "日");
        var place = read.Required("place", "場所");
        if (read.Clock("from") is not { } start || read.Clock("to") is not { } end)
        {
            read.Refuse("required", "開始と終了の時刻を入力してください。", "from");
            return null;
        }

        var candidate = new MeetingCandidate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = meeting.OfficeId,
            MeetingId = meeting.Id,
            StartsAt = MeetingDays.At(day, start),
            EndsAt = MeetingDays.At(day, end),
            Place = place,
            IsOffered = false,
        };
        read.RefuseIf(end <= start, "end-before-start", "「終了」は「開始」より後の時刻にしてください。", "to");
        read.RefuseIf(candidate.StartsAt <= at, "candidate-past", "この日時はもう過ぎています。これからの日時にしてください。", "date");
        var chosen = meeting.Chosen!;
        read.RefuseIf(
            candidate.StartsAt == chosen.StartsAt && candidate.EndsAt == chosen.EndsAt && string.Equals(place, chosen.Place, StringComparison.Ordinal),
            "meeting-unchanged", "いまの日時・場所と同じです。変えるところを直してください。", "date");

        return candidate;
    }

    private static Value.Record Values(Form form) => Value.Record.Empty
        .With("date", TypedText.Day(form.Date ?? "") is { } day ? Value.Of(day) : Value.None)
        .With("from", Clock(form.From))
        .With("to", Clock(form.To))
        .With("place", Value.Of(form.Place?.Trim() ?? ""))
        .With("reason", Value.Of(form.Reason?.Trim() ?? ""));

    private static Value Clock(string? typed) => TypedText.Clock(typed ?? "") is { } clock ? new Value.Clock(clock) : Value.None;

    public sealed record Form
    {
        public string? Date { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public string? Place { get; init; }

        public string? Reason { get; init; }
    }

    public sealed record Model(Meeting Meeting, Form Form)
    {
        public IReadOnlyList<Refusal> Refusals { get; init; } = [];

        public string Address => string.Create(CultureInfo.InvariantCulture, $"/meetings/{Meeting.Id}/date");
    }
}
