using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Privacy;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

/// <summary>The evidence of the worked example, complete; and its copies with one planted defect each.</summary>
internal static class CaseAFacts
{
    public static ClientFacts Complete { get; } = new(new DateOnly(2026, 11, 22))
    {
        Contract = new ContractFact(Day(1, 19), Day(1, 19)),
        ContractReportedOn = Day(1, 20),
        Request = new RequestFact(Day(1, 23), "M市障第1号"),
        Assessment = new AssessmentFact(Day(1, 26)) { BySpecialist = true, Place = "居宅", UserPresent = true, FamilyPresent = true },
        Draft = new PlanFact(Day(2, 9)) { Needs = Needs(7) },
        DraftConsent = new ConsentFact(Day(2, 12), SignerRole.Self) { ExplainedBySpecialist = true, ExplainedOn = Day(2, 12) },
        DraftDeliveredOn = Day(2, 12),
        DraftSubmittedOn = Day(2, 16),
        Decision = new DecisionFact(Day(3, 13)),
        Meeting = Meeting,
        PrivacyConsents =
        [
            new PrivacyFact(PrivacyCategory.Provider, FamilyMember: null, Day(1, 19)),
            new PrivacyFact(PrivacyCategory.CivilServants, FamilyMember: null, Day(1, 19)),
            new PrivacyFact(PrivacyCategory.Family, FamilyMember: null, Day(1, 19)),
            new PrivacyFact(PrivacyCategory.WelfareCommissioner, FamilyMember: null, Day(3, 12)),
            new PrivacyFact(PrivacyCategory.Provider, "母", Day(1, 19)),
            new PrivacyFact(PrivacyCategory.Provider, "姉", Day(1, 19)),
        ],
        Family = ["母", "姉"],
        Plan = new PlanFact(Day(3, 26)) { Needs = Needs(7) },
        PlanConsent = new ConsentFact(Day(3, 26), SignerRole.Self) { ExplainedBySpecialist = true, ExplainedOn = Day(3, 26) },
        PlanDeliveries =
        [
            new DeliveryFact(AddresseeKind.User, Provider: null, Day(3, 26)),
            new DeliveryFact(AddresseeKind.Provider, "事業所P", Day(3, 27)),
            new DeliveryFact(AddresseeKind.Provider, "事業所Q", Day(3, 27)),
            new DeliveryFact(AddresseeKind.Provider, "事業所R", Day(3, 27)),
            new DeliveryFact(AddresseeKind.Provider, "事業所T", Day(3, 27)),
            new DeliveryFact(AddresseeKind.City, Provider: null, Day(3, 27)),
        ],
    };

    /// <summary>The nine planted defects by their letter. (c), (g) and (h) concern duties after C18: monitoring, the week's amounts, the providers' plans.</summary>
    public static IReadOnlyDictionary<char, Func<ClientFacts, ClientFacts>> Defects { get; } = new Dictionary<char, Func<ClientFacts, ClientFacts>>
    {
        ['a'] = static facts => facts with { DraftConsent = null },
        ['b'] = static facts => facts with { Meeting = facts.Meeting! with { HeldOn = Day(3, 10) } },
        ['d'] = static facts => facts with { PlanDeliveries = facts.PlanDeliveries.RemoveAll(static delivery => delivery.Provider == "事業所R") },
        ['e'] = static facts => facts with
        {
            PrivacyConsents = facts.PrivacyConsents.RemoveAll(static consent => consent.Category is PrivacyCategory.WelfareCommissioner),
        },
        ['f'] = static facts => facts with { Plan = facts.Plan! with { MadeOn = Day(3, 20) } },
        ['i'] = static facts => facts with { Draft = facts.Draft! with { Needs = Needs(20) }, Plan = facts.Plan! with { Needs = Needs(20) } },
    };

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    private static MeetingFact Meeting => new(Day(3, 24))
    {
        HostIsSpecialist = true,
        InvitedOn = Day(3, 16),
        UserAttended = true,
        Invitees =
        [
            new InviteeFact("姉", Provider: null, PrivacyCategory.Family) { Attended = true },
            new InviteeFact("事業所P サービス管理責任者", "事業所P", PrivacyCategory.Provider) { Attended = true },
            new InviteeFact("事業所Q サービス提供責任者", "事業所Q", PrivacyCategory.Provider) { Attended = true },
            new InviteeFact("事業所R 相談員", "事業所R", PrivacyCategory.Provider) { Attended = true },
            new InviteeFact("事業所T 担当者", "事業所T", PrivacyCategory.Provider) { Attended = true },
            new InviteeFact("M市 障害福祉課", Provider: null, PrivacyCategory.CivilServants) { Attended = true },
            new InviteeFact("民生委員N", Provider: null, PrivacyCategory.WelfareCommissioner) { AskedOn = Day(3, 16), AnsweredOn = Day(3, 19) },
        ],
        Minutes = new MinutesFact([]),
    };

    private static ImmutableArray<NeedFact> Needs(decimal shortStayDays) =>
    [
        new NeedFact(1) { Provider = "事業所Q" },
        new NeedFact(2) { Provider = "事業所P" },
        new NeedFact(3) { Provider = "事業所R", ShortStayDays = shortStayDays },
        new NeedFact(4) { Provider = "事業所T" },
        new NeedFact(5) { Provider = "事業所Q" },
        new NeedFact(6),
    ];
}
