using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Contracts;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>The evidence of a client's round of plan making, read from the ledger.</summary>
internal sealed class LoadClientFacts(OfficeDb db, Client client, DateOnly today, CancellationToken stop)
{
    private const string ShortStay = "SHORT_STAY";

    public static Task<ClientFacts> HandleAsync(OfficeDb db, Client client, DateOnly today, CancellationToken stop) =>
        new LoadClientFacts(db, client, today, stop).LoadAsync();

    private async Task<ClientFacts> LoadAsync()
    {
        var round = PlanRound.Of(await db.WholePlans.Where(row => row.ClientId == client.Id).ToListAsync(stop));
        var specialists = await Specialists.LoadAsync(db, stop);
        var shortStayId = await db.ServiceKinds.Where(static row => row.Code == ShortStay).Select(static row => (Guid?)row.Id).FirstOrDefaultAsync(stop);
        var meeting = await MeetingAsync(round);

        var facts = await WithPapersAsync(round, specialists, new ClientFacts(today)
        {
            IsChild = client.IsChildOn(today),
            Contract = await ContractAsync(),
            ContractReportedOn = await db.ContractReports.Where(row => row.ClientId == client.Id).OrderByDescending(static row => row.RecordedAt)
                .Select(static row => (DateOnly?)row.ReportedOn).FirstOrDefaultAsync(stop),
            Request = await RequestAsync(round),
            Assessment = await AssessmentAsync(round, specialists),
            Draft = PlanFacts.Of(round.Draft, shortStayId),
            Decision = await DecisionAsync(round),
            Meeting = meeting is null ? null : await MeetingFacts.OfAsync(
                db, meeting, Providers(round), specialists.Made(meeting.HostId, meeting.CaseId), today, stop),
            PrivacyConsents = await PrivacyAsync(),
            Family = await FamilyAsync(meeting),
            Plan = PlanFacts.Of(round.Final, shortStayId),
        });

        return TakenOverFacts.Fill(facts, await TakenOverAsync(round));
    }

    /// <summary>Of the round under way: what its plan is about, or the case that made it.</summary>
    private async Task<List<TakenOverStep>> TakenOverAsync(PlanRound round)
    {
        var subject = client.Id.ToString();
        var steps = await db.TakenOverSteps.AsNoTracking().Where(row => row.Subject == subject).OrderBy(static row => row.TakenAt).ToListAsync(stop);

        return steps.FindAll(step => (round.Draft is null && round.Final is null)
            || round.Holds(Guid.TryParse(step.About, out var plan) ? plan : null)
            || step.CaseId == round.Draft?.CaseId
            || step.CaseId == round.Final?.CaseId);
    }

    private async Task<ClientFacts> WithPapersAsync(PlanRound round, Specialists specialists, ClientFacts facts)
    {
        var ids = new[] { round.Draft?.Id, round.Final?.Id };
        var consents = await db.Consents.Where(row => row.ClientId == client.Id && ids.Contains(row.PlanId)).ToListAsync(stop);
        var deliveries = await db.Deliveries.Where(row => row.ClientId == client.Id && ids.Contains(row.PlanId)).ToListAsync(stop);
        var ofDraft = deliveries.Where(row => row.PlanId == round.Draft?.Id).ToList();
        var providers = Providers(round);

        return facts with
        {
            DraftConsent = Consent(consents, round.Draft?.Id, specialists),
            DraftDeliveredOn = FirstDay(ofDraft, AddresseeKind.User),
            DraftSubmittedOn = FirstDay(ofDraft, AddresseeKind.City),
            PlanConsent = Consent(consents, round.Final?.Id, specialists),
            PlanDeliveries =
            [
                .. deliveries.Where(row => row.PlanId == round.Final?.Id).Select(row => new DeliveryFact(
                    row.Kind, row.Kind is AddresseeKind.Provider ? providers.GetValueOrDefault(row.AddresseeId, row.AddresseeName) : null, row.DeliveredOn)),
            ],
        };
    }

    private async Task<ContractFact?> ContractAsync() =>
        await db.Contracts.Where(row => row.ClientId == client.Id).OrderByDescending(static row => row.RecordedAt).FirstOrDefaultAsync(stop) is { } contract
            ? new ContractFact(contract.ImportantMattersOn, contract.ContractOn)
            : null;

    private async Task<RequestFact?> RequestAsync(PlanRound round) =>
        await db.PlanRequests.Where(row => row.ClientId == client.Id && row.RecordedAt >= round.Since)
            .OrderByDescending(static row => row.RecordedAt).FirstOrDefaultAsync(stop) is { } request
            ? new RequestFact(request.ReceivedOn, request.Number)
            : null;

    private async Task<AssessmentFact?> AssessmentAsync(PlanRound round, Specialists specialists)
    {
        var all = db.Assessments.Where(row => row.ClientId == client.Id);
        var assessment = round.Draft is { } draft
            ? await all.FirstOrDefaultAsync(row => row.Id == draft.AssessmentId, stop)
            : await all.OrderByDescending(static row => row.VisitedAt).FirstOrDefaultAsync(stop);

        return assessment is null ? null : new AssessmentFact(JapaneseEra.DayInTokyo(assessment.VisitedAt))
        {
            BySpecialist = specialists.Made(assessment.PerformedBy, assessment.CaseId),
            IsVideo = assessment.Method is VisitMethod.Video,
            Place = assessment.Place is { } place ? Words.Of(place) : null,
            VideoReason = assessment.VideoReason,
            UserPresent = assessment.UserPresent,
            FamilyPresent = assessment.FamilyPresent,
            FamilyAbsentReason = assessment.FamilyAbsentReason,
        };
    }

    private async Task<DecisionFact?> DecisionAsync(PlanRound round)
    {
        var decision = await db.Decisions.Where(row => row.ClientId == client.Id && row.RecordedAt >= round.Since)
            .OrderByDescending(static row => row.RecordedAt).FirstOrDefaultAsync(stop);
        if (decision is null)
        {
            return null;
        }

        var certificate = await db.WholeCertificates.SingleAsync(row => row.Id == decision.CertificateId, stop);
        var differences = round.Draft is { } draft ? AmountComparison.Of(draft, certificate).Differences : [];

        return new DecisionFact(decision.DecidedOn)
        {
            Differences = [.. differences.Select(static line => $"{line.ServiceName}:{line.Label}")],
            Note = decision.Note,
        };
    }

    private async Task<Meeting?> MeetingAsync(PlanRound round) =>
        (await db.WholeMeetings.Where(row => row.ClientId == client.Id).OrderByDescending(static row => row.PlannedAt).ToListAsync(stop))
        .Find(row => round.Holds(row.PlanId));

    private async Task<ImmutableArray<PrivacyFact>> PrivacyAsync()
    {
        var names = await db.FamilyMembers.Where(row => row.ClientId == client.Id).ToDictionaryAsync(static row => row.Id, static row => row.Name, stop);
        var consents = await db.PrivacyConsents.Where(row => row.ClientId == client.Id).ToListAsync(stop);

        return
        [
            .. consents.Select(row => new PrivacyFact(row.Category, row.FamilyMemberId is { } id ? names.GetValueOrDefault(id, "家族") : null, row.GivenOn)
            {
                WithdrawnOn = row.WithdrawnOn,
            }),
        ];
    }

    /// <summary>Whose data plan and meeting show: who lives with the client, and who is asked.</summary>
    private async Task<ImmutableArray<string>> FamilyAsync(Meeting? meeting)
    {
        var family = await db.FamilyMembers.Where(row => row.ClientId == client.Id && row.LeftOn == null).OrderBy(static row => row.Name).ToListAsync(stop);
        var asked = meeting?.Participants.Select(static person => person.PersonId).ToHashSet() ?? [];

        return [.. family.Where(row => row.LivesTogether || asked.Contains(row.Id)).Select(static row => row.Name)];
    }

    private static ConsentFact? Consent(List<Consent> consents, Guid? planId, Specialists specialists) =>
        consents.Where(row => row.PlanId == planId && row is { IsAgreed: true, IsFollowed: false }).MaxBy(static row => row.ConsentedOn) is { } consent
            ? new ConsentFact(consent.ConsentedOn!.Value, Signer(consent.Signer))
            {
                ExplainedBySpecialist = specialists.Made(consent.ExplainedBy, consent.CaseId),
                ExplainedOn = consent.ExplainedOn,
                IsElectronic = consent.Method is ConsentMethod.Link or ConsentMethod.Tablet,
                ElectronicAgreedOn = consent.ElectronicAgreedOn,
            }
            : null;

    private static SignerRole Signer(SignerKind kind) => kind switch
    {
        SignerKind.Self => SignerRole.Self,
        SignerKind.Guardian => SignerRole.Guardian,
        SignerKind.LegalGuardian => SignerRole.LegalGuardian,
        _ => SignerRole.Proxy,
    };

    private static DateOnly? FirstDay(List<Delivery> deliveries, AddresseeKind kind) =>
        deliveries.Where(row => row.Kind == kind).Min(static row => (DateOnly?)row.DeliveredOn);

    private static Dictionary<Guid, string> Providers(PlanRound round) =>
        ((IEnumerable<ServicePlan?>)[round.Draft, round.Final])
        .SelectMany(static plan => plan?.Needs ?? [])
        .Where(static row => row is { ProviderId: not null, ProviderName: not null })
        .GroupBy(static row => row.ProviderId!.Value)
        .ToDictionary(static rows => rows.Key, static rows => rows.Last().ProviderName!);
}
