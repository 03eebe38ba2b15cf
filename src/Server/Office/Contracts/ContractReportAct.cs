using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>契約内容報告 to the municipality.</summary>
internal sealed class ContractReportAct : ClientAct
{
    public override string Name => "Office.ContractReport";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var city = await context.Db.Municipalities.SingleOrDefaultAsync(row => row.Id == client.MunicipalityId, stop);
        var contract = await LatestAsync(context, client, stop);
        return Prefill(("reportedOn", Today(context)), ("means", Value.Of(ActReader.Key(DeliveryMeans.Fax)))) with
        {
            Facts =
            [
                new("報告先", city is null ? "市町村が登録されていません" : $"{city.Name} {city.Department}".TrimEnd()),
                new("契約した日", contract is null ? "記録がありません" : JapaneseEra.Long(contract.ContractOn)),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var reported = read.PastDay("reportedOn", "報告した日");
        var contract = await LatestAsync(context, client, stop);
        read.NotBefore(reported, "reportedOn", "報告した日", contract?.ContractOn, "report-before-contract", "契約した日");
        var report = new ContractReport
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            ReportedOn = reported,
            Means = read.RequiredChoice<DeliveryMeans>("means", "報告の方法"),
            Proof = read.Text("proof"),
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        };
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(report);
        return Answer(("contractReportedOn", Value.Of(report.ReportedOn)));
    }

    private static Task<Contract?> LatestAsync(ActContext context, Client client, CancellationToken stop) =>
        context.Db.Contracts.Where(row => row.ClientId == client.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
}
