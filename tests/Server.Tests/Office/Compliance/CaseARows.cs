using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

/// <summary>Case A in the ledger: the forms as they are typed, and the rows of its consents, meeting and deliveries, with a defect if wanted.</summary>
internal sealed class CaseARows(LedgerScene scene)
{
    private static readonly string[] Forms =
    [
        "contract", "contract-report", "info-provision", "plan-request", "assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final",
    ];

    /// <summary>The letters of the defects of domain 12.1 to plant. (h), P's own plan not received, is how these rows stand: the ledger holds none.</summary>
    public string Defects { get; init; } = "";

    public static async Task<LedgerScene> PlayAsync(RunningOffice office, string defects = "")
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(Forms);
        await new CaseARows(scene) { Defects = defects }.AddAsync();

        return scene;
    }

    private async Task AddAsync()
    {
        await using var db = scene.Db();
        var plans = await db.WholePlans.OrderBy(static plan => plan.Version).ToListAsync();
        if (!Has('a'))
        {
            db.Add(Consent(plans[0], CaseAFacts.Day(2, 12)));
        }

        db.Add(Consent(plans[1], CaseAFacts.Day(3, 26)));
        var client = await db.Clients.SingleAsync(row => row.Id == scene.Client.Id);
        await AddMeetingAsync(db, client, plans[1]);
        db.AddRange((await Addressees.OfAsync(db, client, plans[1], CaseAFacts.Day(3, 27), CancellationToken.None))
            .Where(to => !Has('d') || to.Name != "短期入所事業所R")
            .Select(to => Delivery(plans[1], to)));
        if (Has('e'))
        {
            db.RemoveRange(await db.PrivacyConsents.Where(static row => row.Category == PrivacyCategory.WelfareCommissioner).ToListAsync());
        }

        db.Add(Monitoring(plans[1]));
        Spoil(db, plans);
        await db.SaveChangesAsync();
    }

    private bool Has(char defect) => Defects.Contains(defect, StringComparison.Ordinal);

    /// <summary>What no act of the product would write: rows as an import or another hand could leave them.</summary>
    private void Spoil(OfficeDb db, List<ServicePlan> plans)
    {
        if (Has('f'))
        {
            db.Entry(plans[1]).Property(static plan => plan.CreatedOn).CurrentValue = CaseAFacts.Day(3, 20);
        }

        if (Has('g'))
        {
            var saturday = plans[1].Week.Single(static row => row is { Day: DayOfWeek.Saturday, IsService: true });
            db.Add(new WeeklyRow
            {
                Id = Guid.CreateVersion7(),
                OfficeId = scene.OfficeId,
                PlanId = plans[1].Id,
                Day = DayOfWeek.Wednesday,
                Start = saturday.Start,
                End = saturday.End,
                Activity = saturday.Activity,
                ServiceKindId = saturday.ServiceKindId,
                ProviderId = saturday.ProviderId,
            });
        }

        if (Has('i'))
        {
            foreach (var row in plans.SelectMany(static plan => plan.Needs).Where(static row => row is { Unit: AmountUnit.DaysPerMonth, Amount: 7 }))
            {
                db.Entry(row).Property(static need => need.Amount).CurrentValue = 20;
            }
        }
    }

    private MonitoringReport Monitoring(ServicePlan plan) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = scene.OfficeId,
        ClientId = scene.Client.Id,
        PlanId = plan.Id,
        Month = CaseAFacts.Day(9, 1),
        VisitedAt = At(CaseAFacts.Day(9, 14)),
        Place = Has('c') ? null : VisitPlace.Home,
        Interviewed = true,
        Overall = "入浴は目標の9割に届いた。",
        Result = MonitoringResult.Continue,
        PerformedBy = scene.Specialist,
        RecordedAt = At(CaseAFacts.Day(9, 14)),
    };

    private Consent Consent(ServicePlan plan, DateOnly on)
    {
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            ClientId = scene.Client.Id,
            CaseId = scene.CaseId,
            PlanId = plan.Id,
            Stage = plan.Stage,
            DocumentHash = plan.DocumentHash,
            ExplainedBy = scene.Specialist,
            ExplainedOn = on,
            ExplainedPlace = "居宅",
            Signer = SignerKind.Self,
            SignerName = scene.Client.Name,
            Method = ConsentMethod.Paper,
            RecordedAt = At(on),
        };
        Assert.Null(consent.Answer(new ConsentAnswer(ConsentOutcome.Agreed, on, At(on))));

        return consent;
    }

    private async Task AddMeetingAsync(OfficeDb db, Client client, ServicePlan plan)
    {
        var held = Has('b') ? CaseAFacts.Day(3, 10) : CaseAFacts.Day(3, 24);
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            ClientId = scene.Client.Id,
            CaseId = scene.CaseId,
            PlanId = plan.Id,
            Round = 1,
            HostId = scene.Specialist,
            AnswersBy = held,
            PlannedAt = At(CaseAFacts.Day(3, 16)),
        };
        var circle = await Circle.LoadAsync(db, client, plan.Id, held, CancellationToken.None);
        foreach (var member in circle.Where(static member => member.IsInPlan))
        {
            meeting.Participants.Add(Participant(meeting, member));
        }

        var commissioner = meeting.Participants.Single(static person => person.Kind is ParticipantKind.Commissioner);
        var inquiry = new OpinionInquiry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = commissioner.Id,
            SentOn = CaseAFacts.Day(3, 16),
            IsByLink = false,
        };
        Assert.Null(inquiry.Answer(CaseAFacts.Day(3, 19), AnswerMeans.Phone, "夜間の火の元は近所で見守れる。", scene.Specialist, At(CaseAFacts.Day(3, 19))));
        db.AddRange(meeting, inquiry, Minutes(meeting, held, commissioner));
    }

    private Participant Participant(Meeting meeting, CircleMember member) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = scene.OfficeId,
        MeetingId = meeting.Id,
        Kind = member.Kind,
        PersonId = member.PersonId,
        ProviderId = member.ProviderId,
        Name = member.Name,
        Affiliation = member.Affiliation,
        Mail = member.Mail,
        Category = member.Category,
        IsRequired = true,
        Place = meeting.Participants.Count + 1,
    };

    private Minutes Minutes(Meeting meeting, DateOnly held, Participant absent)
    {
        var minutes = new Minutes
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            MeetingId = meeting.Id,
            Version = 1,
            HeldOn = held,
            From = new TimeOnly(13, 30),
            To = new TimeOnly(14, 50),
            Place = "生活介護事業所P",
            Remaining = "日曜日の外出先が少ない。",
            UserWords = "「うたを きめたい」",
            WrittenBy = scene.Specialist,
            WrittenAt = At(held),
        };
        minutes.Items.Add(new MinutesItem
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            MinutesId = minutes.Id,
            Number = 1,
            Topic = "入浴の進め方",
            Opinions = "Q:同性の職員が入る。",
            Conclusion = "週3回とする。",
        });
        foreach (var person in meeting.Participants)
        {
            minutes.Attendances.Add(new Attendance
            {
                Id = Guid.CreateVersion7(),
                OfficeId = scene.OfficeId,
                MinutesId = minutes.Id,
                ParticipantId = person.Id,
                Attended = person.Id != absent.Id,
            });
        }

        return minutes;
    }

    private Delivery Delivery(ServicePlan plan, Addressee to) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = scene.OfficeId,
        ClientId = scene.Client.Id,
        CaseId = scene.CaseId,
        PlanId = plan.Id,
        Kind = to.Kind,
        AddresseeId = to.Id,
        AddresseeName = to.Name,
        DeliveredOn = CaseAFacts.Day(3, 27),
        Means = DeliveryMeans.Post,
        RecordedAt = At(CaseAFacts.Day(3, 27)),
        RecordedBy = scene.Specialist,
    };

    private static DateTimeOffset At(DateOnly on) => new(on.ToDateTime(new TimeOnly(15, 0)), TimeSpan.FromHours(9));
}
