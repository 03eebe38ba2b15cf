using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Privacy;
using Change = System.Func<OfficeWorkflow.Server.Office.Compliance.Facts.ClientFacts, OfficeWorkflow.Server.Office.Compliance.Facts.ClientFacts>;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

/// <summary>Each duty by what breaks it: case A with one thing changed, and the codes of all findings (follow-on in brackets).</summary>
public sealed class DutyTests
{
    private static readonly Dictionary<string, (Change Change, string Findings)> Broken = new(StringComparer.Ordinal)
    {
        ["no contract"] = (static facts => facts with { Contract = null }, "C01"),
        ["important matters after the contract"] = (static facts => facts with { Contract = new ContractFact(Day(1, 20), Day(1, 19)) }, "C01"),
        ["contract after the assessment"] = (static facts => facts with { Contract = new ContractFact(Day(1, 19), Day(1, 27)), ContractReportedOn = Day(1, 28) }, "C01"),
        ["contract not reported"] = (static facts => facts with { ContractReportedOn = null }, "C02"),
        ["reported before the contract"] = (static facts => facts with { ContractReportedOn = Day(1, 18) }, "C02"),
        ["no request"] = (static facts => facts with { Request = null }, "C03"),
        ["request after the plan"] = (static facts => facts with { Request = new RequestFact(Day(4, 1), "1") }, "C03"),
        ["no assessment"] = (static facts => facts with { Assessment = null }, "C04 (C06)"),
        ["assessment by an assistant"] = (static facts => facts with { Assessment = facts.Assessment! with { BySpecialist = false } }, "C04 (C06)"),
        ["assessment without a place"] = (static facts => facts with { Assessment = facts.Assessment! with { Place = " " } }, "C04 (C06)"),
        ["assessment without the user"] = (static facts => facts with { Assessment = facts.Assessment! with { UserPresent = false } }, "C04 (C06)"),
        ["assessment without family or reason"] = (static facts => facts with { Assessment = facts.Assessment! with { FamilyPresent = false } }, "C04 (C06)"),
        ["assessment without family, with reason"] = (
            static facts => facts with { Assessment = facts.Assessment! with { FamilyPresent = false, FamilyAbsentReason = "入院中" } }, ""),
        ["video without conditions"] = (static facts => facts with { Assessment = facts.Assessment! with { IsVideo = true } }, "(C04) C05"),
        ["video in an island"] = (static facts => facts with { Assessment = facts.Assessment! with { IsVideo = true, VideoReason = "離島" } }, ""),
        ["draft without policy"] = (static facts => facts with { Draft = facts.Draft! with { EmptyBoxes = ["総合的な援助の方針"] } }, "C06"),
        ["draft without needs"] = (static facts => facts with { Draft = facts.Draft! with { Needs = [] } }, "C06"),
        ["need without deadline"] = (static facts => facts with { Draft = facts.Draft! with { Needs = [new NeedFact(1) { EmptyBoxes = ["達成時期"] }] } }, "C06"),
        ["no draft"] = (static facts => facts with { Draft = null }, "C06"),
        ["long short stay with reason"] = (
            static facts => CaseAFacts.Defects['i'](facts) with { Draft = LongStay(facts.Draft!), Plan = LongStay(facts.Plan!) }, ""),
        ["draft explained by an assistant"] = (static facts => facts with { DraftConsent = facts.DraftConsent! with { ExplainedBySpecialist = false } }, "C08 (C10)"),
        ["draft consented before explained"] = (static facts => facts with { DraftConsent = facts.DraftConsent! with { ExplainedOn = Day(2, 13) } }, "C08 (C10)"),
        ["draft consented after it was handed in"] = (static facts => facts with { DraftConsent = facts.DraftConsent! with { ConsentedOn = Day(2, 17) } }, "C08 (C10)"),
        ["adult's draft signed by a proxy"] = (static facts => facts with { DraftConsent = facts.DraftConsent! with { Signer = SignerRole.Proxy } }, "C08 (C10)"),
        ["electronic consent without agreement"] = (static facts => facts with { DraftConsent = facts.DraftConsent! with { IsElectronic = true } }, "C08 (C10)"),
        ["electronic consent with agreement"] = (
            static facts => facts with { DraftConsent = facts.DraftConsent! with { IsElectronic = true, ElectronicAgreedOn = Day(1, 19) } }, ""),
        ["child signs"] = (static facts => facts with { IsChild = true }, "C08 (C10) C17 (C18)"),
        ["guardian signs for a child"] = (static facts => Signed(facts, SignerRole.Guardian) with { IsChild = true }, ""),
        ["guardian signs for an adult"] = (static facts => Signed(facts, SignerRole.Guardian), "C08 (C10) C17 (C18)"),
        ["legal guardian signs"] = (static facts => Signed(facts, SignerRole.LegalGuardian), ""),
        ["draft not delivered"] = (static facts => facts with { DraftDeliveredOn = null }, "C09"),
        ["draft not handed in"] = (static facts => facts with { DraftSubmittedOn = null }, "C10"),
        ["no decision"] = (static facts => facts with { Decision = null }, "C11 (C12)"),
        ["difference without note"] = (static facts => facts with { Decision = facts.Decision! with { Differences = ["移動支援 案より少ない"] } }, "C11"),
        ["difference with note"] = (
            static facts => facts with { Decision = facts.Decision! with { Differences = ["移動支援 案より少ない"], Note = "行事の月は家族が付き添う" } }, ""),
        ["hosted by an assistant"] = (static facts => facts with { Meeting = facts.Meeting! with { HostIsSpecialist = false } }, "C12 (C13) (C14) (C16) (C17)"),
        ["no meeting"] = (static facts => facts with { Meeting = null }, "C12 C13 C14 C16 (C17)"),
        ["absent provider not heard"] = (static facts => WithoutHearing(facts, answered: false), "C13"),
        ["absent provider answered"] = (static facts => WithoutHearing(facts, answered: true), ""),
        ["user absent without reason"] = (static facts => facts with { Meeting = facts.Meeting! with { UserAttended = false } }, "C14"),
        ["user absent with reason"] = (static facts => facts with { Meeting = facts.Meeting! with { UserAttended = false, UserAbsentReason = "体調不良" } }, ""),
        ["family without consent"] = (static facts => facts with { Family = ["母", "姉", "弟"] }, "C15"),
        ["consent withdrawn before the invitation"] = (static facts => Withdrawn(facts, Day(3, 1)), "C15"),
        ["consent withdrawn after the meeting"] = (static facts => Withdrawn(facts, Day(6, 1)), ""),
        ["no minutes"] = (static facts => facts with { Meeting = facts.Meeting! with { Minutes = null } }, "C16"),
        ["minutes without remaining issues"] = (static facts => facts with { Meeting = facts.Meeting! with { Minutes = new MinutesFact(["残された課題"]) } }, "C16"),
        ["no plan consent"] = (static facts => facts with { PlanConsent = null }, "C17 (C18)"),
        ["plan consented before the meeting"] = (
            static facts => facts with { PlanConsent = facts.PlanConsent! with { ConsentedOn = Day(3, 23), ExplainedOn = Day(3, 23) } }, "C17 (C18)"),
        ["nothing delivered"] = (static facts => facts with { PlanDeliveries = [] }, "C18"),
        ["delivered before the consent"] = (
            static facts => facts with { PlanDeliveries = [.. facts.PlanDeliveries.Select(static delivery => delivery with { DeliveredOn = Day(3, 25) })] }, "C18"),
    };

    public static TheoryData<string> Situations() => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public void A_situation_gives_exactly_these_findings(string situation)
    {
        var (change, findings) = Broken[situation];

        var checklist = Checklist.Of(change(CaseAFacts.Complete), new DutySettings());

        Assert.Equal(findings, string.Join(' ', checklist.Findings.Select(static item => item.FollowsFrom is null ? item.Code : $"({item.Code})")));
    }

    [Fact]
    public void What_the_law_leaves_open_is_the_offices_setting()
    {
        var facts = Signed(CaseAFacts.Complete, SignerRole.Proxy) with
        {
            Request = new RequestFact(Day(1, 23), Number: null),
            Meeting = CaseAFacts.Complete.Meeting! with { UserAttended = false },
        };

        var usual = Checklist.Of(facts, new DutySettings());
        var other = Checklist.Of(facts, new DutySettings { ProxyMayConsent = true, RequestNeedsNumber = true, AbsentUserStops = true });

        Assert.Equal("C08 C10 C14 C17 C18", Codes(usual.Findings));
        Assert.Equal("C03 C14", Codes(other.Findings));
        Assert.Equal("C14", Codes(other.Blocks));
    }

    [Fact]
    public void Nobody_may_be_told_before_a_consent_covers_the_day_of_invitation()
    {
        var late = CaseAFacts.Complete with
        {
            PrivacyConsents =
            [
                .. CaseAFacts.Complete.PrivacyConsents.Where(static consent => consent.Category is not PrivacyCategory.WelfareCommissioner),
                new PrivacyFact(PrivacyCategory.WelfareCommissioner, FamilyMember: null, Day(3, 20)),
            ],
        };

        Assert.Equal("C15", Codes(Checklist.Of(late, new DutySettings()).Findings));
    }

    private static string Codes(IEnumerable<DutyItem> items) => string.Join(' ', items.Select(static item => item.Code));

    private static DateOnly Day(int month, int day) => CaseAFacts.Day(month, day);

    private static PlanFact LongStay(PlanFact paper) => paper with
    {
        ShortStayReason = "家族の長期入院",
        Needs = [.. paper.Needs.Select(static need => need.ShortStayDays > 0 ? need with { ShortStayDays = 20 } : need)],
    };

    private static ClientFacts Signed(ClientFacts facts, SignerRole signer) => facts with
    {
        DraftConsent = facts.DraftConsent! with { Signer = signer },
        PlanConsent = facts.PlanConsent! with { Signer = signer },
    };

    private static ClientFacts Withdrawn(ClientFacts facts, DateOnly on) => facts with
    {
        PrivacyConsents = [.. facts.PrivacyConsents.Select(consent => consent.Category is PrivacyCategory.CivilServants ? consent with { WithdrawnOn = on } : consent)],
    };

    private static ClientFacts WithoutHearing(ClientFacts facts, bool answered) => facts with
    {
        Meeting = facts.Meeting! with
        {
            Invitees =
            [
                .. facts.Meeting.Invitees.Select(invitee => invitee.Provider == "事業所R"
                    ? invitee with { Attended = false, AskedOn = Day(3, 17), AnsweredOn = answered ? Day(3, 20) : null }
                    : invitee),
            ],
        },
    };
}
