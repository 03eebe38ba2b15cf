using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Records;

/// <summary>会議録: written by the 相談支援専門員 who hosted and heard the opinions.</summary>
internal sealed class MinutesAct : MeetingAct
{
    public override string Name => "Office.Minutes";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Meeting meeting, CancellationToken stop)
    {
        var inquiries = await context.Db.OpinionInquiries.Where(inquiry => inquiry.MeetingId == meeting.Id).ToListAsync(stop);
        var rows = meeting.Participants.Select(static one => (Value)Answer(
            ("participant", Value.Of(one.Id.ToString())), ("attended", Value.Of(one.IsExpected is not false))));
        var topics = (meeting.Agenda ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static topic => (Value)Answer(("topic", Value.Of(topic)))).ToList();
        var values = topics.Count == 0 ? Prefill(("attendance", Value.Of(rows))) : Prefill(("attendance", Value.Of(rows)), ("items", Value.Of(topics)));
        if (meeting.Chosen is { } chosen)
        {
            values = new FormPrefill(values.Values.With(Answer(
                ("heldOn", Value.Of(JapaneseEra.DayInTokyo(chosen.StartsAt))), ("from", Clock(chosen.StartsAt)), ("to", Clock(chosen.EndsAt)), ("place", Value.Of(chosen.Place)))));
        }

        return values with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal) { ["attendance.participant"] = Options(meeting.Participants) },
            Facts =
            [
                new("会議", $"第{meeting.Round}回", $"/meetings/{meeting.Id}"),
                .. await ChangesAsync(context, meeting, stop),
                .. inquiries.Where(static inquiry => inquiry.IsAnswered).Select(inquiry => Fact(meeting, inquiry)),
            ],
        };
    }

    protected override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Meeting meeting, ActReader read, CancellationToken stop)
    {
        var minutes = Read(context, meeting, read);
        ReadAttendances(meeting, minutes, read);
        ReadItems(minutes, read);
        Check(meeting, minutes, read);
        if (read.IsWrong)
        {
            return Task.FromResult<Outcome<Value.Record>>(read.Refusal);
        }

        context.Db.Add(minutes);
        var members = meeting.Participants.Where(static one => one.HasMail && one.Kind is not ParticipantKind.Client);

        return Task.FromResult<Outcome<Value.Record>>(Answer(("minutesId", Value.Of(minutes.Id.ToString())), ("minutesTo", Remember(members))));
    }

    private static Minutes Read(ActContext context, Meeting meeting, ActReader read) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = context.OfficeId,
        MeetingId = meeting.Id,
        Version = 1,
        HeldOn = read.PastDay("heldOn", "開催日"),
        From = read.Clock("from") ?? default,
        To = read.Clock("to") ?? default,
        Place = read.Required("place", "場所"),
        Reflected = read.Text("reflected"),
        Remaining = read.Required("remaining", "残された課題"),
        Next = read.Text("next"),
        UserWords = read.Required("userWords", "本人・家族の言葉"),
        UserAbsentReason = read.Text("userAbsentReason"),
        WrittenBy = context.PersonId,
        WrittenAt = context.At,
    };

    private static void ReadAttendances(Meeting meeting, Minutes minutes, ActReader read)
    {
        foreach (var row in read.Rows("attendance"))
        {
            var participant = meeting.Participants.FirstOrDefault(one => one.Id == row.Id("participant"));
            row.RefuseIf(participant is null, "participant-unknown", "出席の行の方を選んでください。使わない行は削除できます。", "participant");
            row.RefuseIf(
                participant is not null && minutes.Attendances.Any(one => one.ParticipantId == participant.Id),
                "participant-twice", "同じ方の行が二つあります。一つを削除してください。", "participant");
            minutes.Attendances.Add(new Attendance
            {
                Id = Guid.CreateVersion7(),
                OfficeId = minutes.OfficeId,
                MinutesId = minutes.Id,
                ParticipantId = participant?.Id ?? Guid.Empty,
                Attended = row.YesNo("attended"),
                Note = row.Text("note"),
            });
        }
    }

    private static void ReadItems(Minutes minutes, ActReader read)
    {
        foreach (var row in read.Rows("items"))
        {
            minutes.Items.Add(new MinutesItem
            {
                Id = Guid.CreateVersion7(),
                OfficeId = minutes.OfficeId,
                MinutesId = minutes.Id,
                Number = minutes.Items.Count + 1,
                Topic = row.Required("topic", "項目"),
                Opinions = row.Required("opinions", "検討内容"),
                Conclusion = row.Required("conclusion", "結論"),
            });
        }

        read.RefuseIf(minutes.Items.Count == 0, "required", "検討した項目を一つ以上書いてください。", "items");
    }

    private static void Check(Meeting meeting, Minutes minutes, ActReader read)
    {
        read.RefuseIf(read.Clock("from") is null, "required", "「開始」を入力してください。", "from");
        read.RefuseIf(read.Clock("to") is null, "required", "「終了」を入力してください。", "to");
        read.RefuseIf(minutes.To < minutes.From, "end-before-start", "「終了」は「開始」より後の時刻にしてください。", "to");
        foreach (var missing in meeting.Participants.Where(one => minutes.Attendances.All(row => row.ParticipantId != one.Id)))
        {
            read.Refuse("attendance-missing", $"「{missing.Name}」の出席・欠席が書かれていません。行を加えてください。", "attendance");
        }

        read.RefuseIf(!minutes.Attendances.Any(static row => row.Attended), "nobody-came", "出席した方に印をつけてください。", "attendance");

        // 利用者の参加が原則 (duty: user-attends): without the client, why, and how the client was heard.
        var client = meeting.Participants.FirstOrDefault(static one => one.Kind is ParticipantKind.Client);
        var came = client is not null && minutes.Attendances.Any(row => row.ParticipantId == client.Id && row.Attended);
        read.RefuseIf(
            !came && minutes.UserAbsentReason is null,
            "user-absent-reason-missing", "本人が出席していません。理由と、意見をどう聞いたかを書いてください。", "userAbsentReason");
    }

    private static Value Clock(DateTimeOffset at) => new Value.Clock(TimeOnly.FromDateTime(JapaneseEra.InTokyo(at).DateTime));

    /// <summary>前回計画との変更点.</summary>
    private static async Task<IEnumerable<FormFact>> ChangesAsync(ActContext context, Meeting meeting, CancellationToken stop) =>
        await context.Db.WholePlans.SingleOrDefaultAsync(plan => plan.Id == meeting.PlanId, stop) is { } plan
            ? (await PlanChanges.OfAsync(context.Db, plan, stop)).Select(static change => new FormFact($"前の計画からの変更（{change.Heading}）", change.Sentence))
            : [];

    private static FormFact Fact(Meeting meeting, Opinions.OpinionInquiry inquiry)
    {
        var name = meeting.Participants.FirstOrDefault(one => one.Id == inquiry.ParticipantId)?.Name;

        return new FormFact($"{name}の意見", $"{inquiry.Content}（{MeetingWords.Of(inquiry.Means ?? AnswerMeans.Phone)} {JapaneseEra.Date(inquiry.AnsweredOn ?? inquiry.SentOn)}）");
    }
}
