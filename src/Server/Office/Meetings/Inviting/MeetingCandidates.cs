using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>Reads the dates on offer from the form.</summary>
internal static class MeetingCandidates
{
    public static void Read(Meeting meeting, ActReader read, DateTimeOffset at)
    {
        foreach (var row in read.Rows("candidates"))
        {
            if (Read(meeting, row) is not { } candidate)
            {
                continue;
            }

            row.RefuseIf(candidate.EndsAt <= candidate.StartsAt, "end-before-start", "「終了」は「開始」より後の時刻にしてください。", "end");
            row.RefuseIf(candidate.StartsAt <= at, "candidate-past", "この候補はもう過ぎています。これからの日時にしてください。", "date");
            row.RefuseIf(meeting.Candidates.Any(other => other.StartsAt == candidate.StartsAt), "candidate-twice", "同じ日時の候補が二つあります。一つの行を削除してください。", "date");
            meeting.Candidates.Add(candidate);
        }

        read.RefuseIf(meeting.Candidates.Count == 0 && !read.IsWrong, "required", "候補の日時を一つ以上入れてください。", "candidates");
    }

    private static MeetingCandidate? Read(Meeting meeting, ActReader row)
    {
        var day = row.RequiredDay("date", "日");
        var place = row.Required("place", "場所");
        if (row.Clock("time") is not { } start || row.Clock("end") is not { } end)
        {
            row.Refuse("required", "開始と終了の時刻を入力してください。", "time");
            return null;
        }

        return new MeetingCandidate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = meeting.OfficeId,
            MeetingId = meeting.Id,
            StartsAt = MeetingDays.At(day, start),
            EndsAt = MeetingDays.At(day, end),
            Place = place,
        };
    }
}
