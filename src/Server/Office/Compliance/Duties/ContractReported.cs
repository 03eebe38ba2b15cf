using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The municipality is told of the contract without delay.</summary>
internal static class ContractReported
{
    public static Duty Duty { get; } = new(
        "C02",
        "契約内容の報告",
        Duty.Warns,
        "運営基準「契約内容の報告等」",
        "契約内容報告書を市町村へ出し、出した日と方法を記録してください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts switch
    {
        { ContractReportedOn: { } reported, Contract: { } contract } when reported < contract.ContractOn =>
            Verdict.Violated($"報告の日({JapaneseEra.Date(reported)})が契約の日({JapaneseEra.Date(contract.ContractOn)})より前です。"),
        { ContractReportedOn: { } reported } => Verdict.Met($"{JapaneseEra.Date(reported)}に市町村へ報告しています。"),
        { Contract: { } contract } => Verdict.Lacking(
            facts.Today > contract.ContractOn.AddDays(settings.ReportContractWithinDays) || facts.HasSubmissionOrLater,
            "契約したことを市町村へ報告した記録がありません。"),
        _ => Verdict.Lacking(facts.HasSubmissionOrLater, "契約内容の報告の記録がありません。"),
    };
}
