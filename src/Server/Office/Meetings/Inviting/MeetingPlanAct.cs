using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>The 相談支援専門員 decides whom to ask to a meeting, and for which dates.</summary>
internal sealed class MeetingPlanAct : ClientAct
{
    private const string Invite = "invite";
    private const int DaysToAnswer = 7;
    private const int LongestAddress = 500;

    private static readonly ParticipantKind[] Invitable = [ParticipantKind.Family, ParticipantKind.City, ParticipantKind.Commissioner, ParticipantKind.Other];

    public override string Name => "Office.MeetingPlan";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    public override IReadOnlyList<ActSetting> Settings =>
        [new(Invite, "計画の担当者のほかに、はじめから招く人", [.. Invitable.Select(static kind => new FormOption(ActReader.Key(kind), MeetingWords.Of(kind)))])];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var today = ((Value.Day)Today(context)).On;
        var circle = await Circle.LoadAsync(context.Db, client, IdIn(context.Variables["planId"]), today, stop);
        var covered = await Circle.CoveredAsync(context.Db, client.Id, today, stop);
        var invited = ActSetting.Chosen(context.Inputs[Invite]);
        var rows = circle.Where(member => member.IsInPlan || invited.Contains(ActReader.Key(member.Kind))).Select(static member => (Value)Answer(
            ("contact", Value.Of(member.Key)),
            ("required", Value.Of(member.Kind is ParticipantKind.Client or ParticipantKind.Provider))));

        var (by, dates) = await DatesAsync(context, client, today, stop);

        return Prefill(("members", Value.Of(rows)), ("candidates", Value.Of(dates)), ("answersBy", Value.Of(by))) with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
            {
                ["members.contact"] = [.. circle.Select(static member => new FormOption(member.Key, member.Label))],
            },
            Facts = [new("情報を示してよい相手", covered.Count > 0 ? string.Join("、", covered.Order().Select(PrivacyCategories.Label)) : "同意の記録がありません", $"/clients/{client.Id}/privacy")],
        };
    }

    /// <summary>A last day for answers, and dates after it on which the host is free.</summary>
    private static async Task<(DateOnly By, IEnumerable<Value> Dates)> DatesAsync(ActContext context, Client client, DateOnly today, CancellationToken stop)
    {
        var office = await context.Db.Offices.SingleAsync(office => office.Id == context.OfficeId, stop);
        var holidays = await context.Db.Holidays.Where(holiday => holiday.OfficeId == context.OfficeId).Select(static holiday => holiday.On).ToListAsync(stop);
        var calendar = office.Calendar(holidays);
        var by = BusinessDays.OnOrAfter(today.AddDays(DaysToAnswer), calendar) ?? today.AddDays(DaysToAnswer);
        var begins = await context.Db.Decisions.Where(decision => decision.ClientId == client.Id && decision.PeriodFrom > by)
            .MinAsync(static decision => (DateOnly?)decision.PeriodFrom, stop);
        var place = await context.Db.Meetings.Where(meeting => meeting.ClientId == client.Id && meeting.ChosenCandidateId != null)
            .OrderByDescending(static meeting => meeting.Round)
            .Select(static meeting => meeting.Candidates.First(candidate => candidate.Id == meeting.ChosenCandidateId).Place)
            .FirstOrDefaultAsync(stop);
        var busy = await HostTimes.BusyAsync(context.Db, context.PersonId, context.At, stop);

        return (by, ProposedDates.Of(new(by.AddDays(1), begins?.AddDays(-1), calendar, office.OpensAt, office.ClosesAt, busy)).Select(span => (Value)Answer(
            ("date", Value.Of(JapaneseEra.DayInTokyo(span.From))), ("time", Clock(span.From)), ("end", Clock(span.To)), ("place", Value.Of(place ?? office.Name)))));
    }

    private static Value.Clock Clock(DateTimeOffset at) => new(TimeOnly.FromDateTime(JapaneseEra.InTokyo(at).DateTime));

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var planId = IdIn(context.Variables["planId"]);
        var circle = await Circle.LoadAsync(context.Db, client, planId, read.Today, stop);
        var covered = await Circle.CoveredAsync(context.Db, client.Id, read.Today, stop);
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            PlanId = planId,
            Round = await context.Db.Meetings.CountAsync(row => row.ClientId == client.Id, stop) + 1,
            HostId = context.PersonId,
            AnswersBy = read.RequiredDay("answersBy", "返事の期限"),
            PlannedAt = context.At,
            OnlineAddress = OnlineAddress(read),
            Agenda = read.Text("agenda"),
        };
        MeetingCandidates.Read(meeting, read, context.At);
        ReadMembers(meeting, read, circle, covered);
        Check(meeting, read, circle);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(meeting);
        return Answer(
            ("meetingId", Value.Of(meeting.Id.ToString())),
            ("participants", MeetingAct.Remember(meeting.Participants)),
            ("host", await HostAsync(context, stop)));
    }

    private static string? OnlineAddress(ActReader read)
    {
        var typed = read.Text("onlineAddress");
        var isAddress = Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" && typed.Length <= LongestAddress;
        read.RefuseIf(
            typed is not null && !isAddress, "online-address-wrong", "オンライン会議のアドレスは、https:// で始まるアドレスをそのまま貼り付けてください。", "onlineAddress");

        return typed;
    }

    /// <summary>Who is told when the answers are in.</summary>
    private static async Task<Value> HostAsync(ActContext context, CancellationToken stop)
    {
        var host = await context.Db.People.SingleAsync(person => person.Id == context.PersonId, stop);
        return Answer(("name", Value.Of(host.Name)), ("mail", Value.Of(host.Mail)));
    }

    private static void ReadMembers(Meeting meeting, ActReader read, IReadOnlyList<CircleMember> circle, IReadOnlySet<PrivacyCategory> covered)
    {
        foreach (var row in read.Rows("members"))
        {
            var key = row.Required("contact", "来ていただく方");
            var member = circle.FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.Ordinal));
            if (member is null)
            {
                row.RefuseIf(key.Length > 0, "member-unknown", "選んだ方が利用者の関係者に見つかりません。選び直してください。", "contact");
                continue;
            }

            row.RefuseIf(meeting.Participants.Any(one => one.PersonId == member.PersonId), "member-twice", $"「{member.Name}」が二度入っています。一つの行を削除してください。", "contact");
            CheckPrivacy(row, member, covered);
            meeting.Participants.Add(Participate(meeting, member, row.YesNo("required")));
        }
    }

    private static void CheckPrivacy(ActReader row, CircleMember member, IReadOnlySet<PrivacyCategory> covered)
    {
        if (member.Category is { } category && !covered.Contains(category))
        {
            // 個人情報を会議で用いるには、あらかじめ文書で同意を得る (duty: privacy-consent).
            row.Refuse(
                "privacy-consent-missing",
                $"「{member.Name}」に声をかけるには、「{PrivacyCategories.Label(category)}」に情報を示してよいという本人の文書の同意が要ります。利用者のページで同意を記録してから、もう一度選んでください。",
                "contact");
        }
    }

    private static Participant Participate(Meeting meeting, CircleMember member, bool isRequired) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = meeting.OfficeId,
        MeetingId = meeting.Id,
        Kind = member.Kind,
        PersonId = member.PersonId,
        ProviderId = member.ProviderId,
        Name = member.Name,
        Affiliation = member.Affiliation,
        Mail = member.Mail,
        Category = member.Category,
        IsRequired = isRequired,
        Place = meeting.Participants.Count + 1,
    };

    private static void Check(Meeting meeting, ActReader read, IReadOnlyList<CircleMember> circle)
    {
        read.RefuseIf(meeting.Participants.Count == 0, "required", "来ていただく方を一人以上選んでください。", "members");
        read.RefuseIf(meeting.AnswersBy < read.Today, "deadline-past", "「返事の期限」がもう過ぎています。今日より後の日にしてください。", "answersBy");
        var first = meeting.Candidates.Count > 0 ? JapaneseEra.DayInTokyo(meeting.Candidates.Min(static candidate => candidate.StartsAt)) : DateOnly.MaxValue;
        read.RefuseIf(meeting.AnswersBy > first, "deadline-after-meeting", "「返事の期限」が最初の候補の日より後です。候補の日より前にしてください。", "answersBy");

        // 計画に位置付けた担当者は全員招集する; who cannot come is asked for an opinion (duty: meeting-providers).
        var asked = meeting.Participants.Select(static one => one.ProviderId).ToHashSet();
        foreach (var missing in circle.Where(member => member.IsInPlan && member.ProviderId is not null && !asked.Contains(member.ProviderId)))
        {
            read.Refuse("provider-missing", $"計画にある「{missing.Affiliation}」の担当者が入っていません。来られない方にも意見照会をするので、加えてください。", "members");
        }
    }
}
