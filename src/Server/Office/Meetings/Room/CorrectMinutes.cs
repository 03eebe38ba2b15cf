using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>会議録を直す: what participants said is worked in as a new version, with the reason; the old one stays.</summary>
public static class CorrectMinutes
{
    private static Refusal Confirmed { get; } =
        new("minutes-already-confirmed", "この会議録は確定しているので、直せません。", Kind: RefusalKind.Conflict);

    private static Refusal Newer { get; } =
        new("minutes-changed", "ほかの方が先に会議録を直しました。新しい版を開いて、もう一度直してください。", Kind: RefusalKind.Conflict);

    internal static async Task<Model?> ShowAsync(Guid meetingId, OfficeDb db, CancellationToken stop)
    {
        if (await db.WholeMinutes.Where(row => row.MeetingId == meetingId).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop) is not { } minutes)
        {
            return null;
        }

        var meeting = await db.WholeMeetings.AsNoTracking().SingleAsync(row => row.Id == meetingId, stop);
        var remarks = await db.MinutesRemarks.AsNoTracking().Where(remark => remark.MinutesId == minutes.Id && remark.Correction != null).OrderBy(static remark => remark.SaidAt).ToListAsync(stop);

        return new Model(meeting, minutes, ValuesOf(minutes))
        {
            Asked = [.. remarks.Select(remark => new Asked(meeting.Participants.First(one => one.Id == remark.ParticipantId).Name, remark.Correction!))],
            Refusals = minutes.IsConfirmed ? [Confirmed] : [],
        };
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Model model, Guid personId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (model.Minutes.IsConfirmed)
        {
            return Confirmed;
        }

        if (!string.Equals(model.Of("version"), Number(model.Minutes.Version), StringComparison.Ordinal))
        {
            return Newer;
        }

        var read = new PageReader();
        var next = Next(model, read, personId, at);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        // Saving fails when the old version was confirmed meanwhile.
        db.Entry(model.Minutes).Property(static minutes => minutes.ConfirmedAt).IsModified = true;
        db.Add(next);
        db.Note(next.OfficeId, at, "minutes-corrected", $"meeting:{next.MeetingId}", $"会議録を直しました（第{next.Version}版）。", model.Meeting.CaseId);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Minutes.AnyAsync(row => row.MeetingId == next.MeetingId && (row.Version >= next.Version || row.ConfirmedAt != null), stop))
            {
                return Newer;
            }

            throw;
        }

        return next.Id;
    }

    private static Minutes Next(Model model, PageReader read, Guid personId, DateTimeOffset at)
    {
        var old = model.Minutes;
        var next = new Minutes
        {
            Id = Guid.CreateVersion7(at),
            OfficeId = old.OfficeId,
            MeetingId = old.MeetingId,
            Version = old.Version + 1,
            HeldOn = old.HeldOn,
            From = old.From,
            To = old.To,
            Place = old.Place,
            UserAbsentReason = old.UserAbsentReason,
            UserWords = Must("userWords", "本人・家族の言葉"),
            Reflected = read.Text(model.Of("reflected"), "reflected", "計画への反映"),
            Remaining = Must("remaining", "残された課題"),
            Next = read.Text(model.Of("next"), "next", "次回の時期"),
            CorrectedBecause = Must("reason", "直した理由"),
            WrittenBy = personId,
            WrittenAt = at,
        };
        CopyAttendances(old, next);
        foreach (var item in old.Items.OrderBy(static item => item.Number))
        {
            next.Items.Add(Next(item, next.Id, Must));
        }

        return next;

        string Must(string key, string label)
        {
            var text = read.Text(model.Of(key), key, label);
            read.RefuseIf(text is null, "required", $"「{label}」を入力してください。", key);

            return text ?? "";
        }
    }

    private static MinutesItem Next(MinutesItem item, Guid minutesId, Func<string, string, string> must) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = item.OfficeId,
        MinutesId = minutesId,
        Number = item.Number,
        Topic = must(FieldOf("topic", item), "検討した項目"),
        Opinions = must(FieldOf("opinions", item), "検討内容"),
        Conclusion = must(FieldOf("conclusion", item), "結論"),
    };

    private static void CopyAttendances(Minutes old, Minutes next)
    {
        foreach (var row in old.Attendances)
        {
            next.Attendances.Add(new Attendance
            {
                Id = Guid.CreateVersion7(),
                OfficeId = old.OfficeId,
                MinutesId = next.Id,
                ParticipantId = row.ParticipantId,
                Attended = row.Attended,
                Note = row.Note,
            });
        }
    }

    public static string FieldOf(string name, MinutesItem item) => $"{name}-{Number(item.Number)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> ValuesOf(Minutes minutes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = Number(minutes.Version),
            ["userWords"] = minutes.UserWords,
            ["reflected"] = minutes.Reflected ?? "",
            ["remaining"] = minutes.Remaining,
            ["next"] = minutes.Next ?? "",
        };
        foreach (var item in minutes.Items)
        {
            values[FieldOf("topic", item)] = item.Topic;
            values[FieldOf("opinions", item)] = item.Opinions;
            values[FieldOf("conclusion", item)] = item.Conclusion;
        }

        return values;
    }

    /// <summary>Who asked for which correction of the version as it stands.</summary>
    public sealed record Asked(string Name, string Correction);

    public sealed record Model(Meeting Meeting, Minutes Minutes, IReadOnlyDictionary<string, string> Values)
    {
        public IReadOnlyList<Asked> Asked { get; init; } = [];

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];

        public string Address => $"/meetings/{Meeting.Id}/minutes/correction";

        public string Of(string key) => Values.TryGetValue(key, out var value) ? value : "";
    }
}
