using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>Important matters are explained before the contract, and the contract comes before the assessment.</summary>
internal static class ContractInOrder
{
    public static Duty Duty { get; } = new(
        "C01",
        "重要事項の説明と契約",
        Duty.Warns,
        "運営基準「内容及び手続の説明及び同意」",
        "契約の記録の日付を確かめてください。順が違うときは、経過を支援記録に残し、市町村に相談してください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts switch
    {
        { Contract: { } contract } => Verdict.Of(Wrongs(contract, facts.Assessment), $"{JapaneseEra.Date(contract.ContractOn)}に契約しています。"),
        _ => Verdict.Lacking(facts.Assessment is not null || facts.Draft is not null, "重要事項の説明と契約の記録がありません。"),
    };

    private static IEnumerable<string> Wrongs(ContractFact contract, AssessmentFact? assessment)
    {
        if (contract.ImportantMattersOn > contract.ContractOn)
        {
            yield return $"重要事項の説明への同意({JapaneseEra.Date(contract.ImportantMattersOn)})が契約({JapaneseEra.Date(contract.ContractOn)})より後です。";
        }

        if (assessment is not null && contract.ContractOn > assessment.VisitedOn)
        {
            yield return $"契約({JapaneseEra.Date(contract.ContractOn)})がアセスメント({JapaneseEra.Date(assessment.VisitedOn)})より後です。";
        }
    }
}
