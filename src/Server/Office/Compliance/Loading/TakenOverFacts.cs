using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Compliance.Loading;

/// <summary>
/// Steps that were done before a case began here, where the ledger has no record of its own: judged on the day that the paper gives. What the law asks beyond the day counts as
/// met only where somebody saw it on the paper.
/// </summary>
internal static class TakenOverFacts
{
    private const string OnPaper = "引き継いだ記録にある場所";

    public static ClientFacts Fill(ClientFacts facts, IEnumerable<TakenOverStep> steps) => steps.Aggregate(facts, Fill);

    private static ClientFacts Fill(ClientFacts facts, TakenOverStep step) => step.What switch
    {
        "contract" => facts with { Contract = facts.Contract ?? new ContractFact(step.DoneOn, step.DoneOn) },
        "contract-report" => facts with { ContractReportedOn = facts.ContractReportedOn ?? step.DoneOn },
        "plan-request" => facts with { Request = facts.Request ?? new RequestFact(step.DoneOn, step.IsChecked ? step.Source : null) },
        "assessment" => facts with { Assessment = facts.Assessment ?? Assessment(step) },
        "consent" when LedgerTakeOver.StageOf(step) is PlanStage.Draft => facts with { DraftConsent = facts.DraftConsent ?? Consent(facts, step) },
        "consent" => facts with { PlanConsent = facts.PlanConsent ?? Consent(facts, step) },
        "draft-delivery" => facts with { DraftDeliveredOn = facts.DraftDeliveredOn ?? step.DoneOn },
        "submit-to-city" => facts with { DraftSubmittedOn = facts.DraftSubmittedOn ?? step.DoneOn },
        "meeting" => facts with { Meeting = facts.Meeting ?? Meeting(facts, step) },
        _ => facts,
    };

    private static AssessmentFact Assessment(TakenOverStep step) => new(step.DoneOn)
    {
        BySpecialist = step.IsChecked,
        Place = step.IsChecked ? OnPaper : null,
        UserPresent = step.IsChecked,
        FamilyPresent = step.IsChecked,
    };

    private static ConsentFact Consent(ClientFacts facts, TakenOverStep step) => new(step.DoneOn, facts.IsChild ? SignerRole.Guardian : SignerRole.Self)
    {
        ExplainedBySpecialist = step.IsChecked,
        ExplainedOn = step.DoneOn,
    };

    private static MeetingFact Meeting(ClientFacts facts, TakenOverStep step) => new(step.DoneOn)
    {
        HostIsSpecialist = step.IsChecked,
        InvitedOn = step.DoneOn,
        UserAttended = step.IsChecked,
        Minutes = step.IsChecked ? new MinutesFact([]) : null,
        Invitees = step.IsChecked
            ? [.. ((facts.Plan ?? facts.Draft)?.Providers ?? []).Select(static provider => new InviteeFact(provider, provider, Category: null) { Attended = true })]
            : [],
    };
}
