using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>情報提供: step 1 of the seven.</summary>
internal sealed class InfoProvisionAct : ClientAct
{
    public override string Name => "Office.InfoProvision";

    protected override Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop) =>
        Task.FromResult(Prefill(("providedOn", Today(context))));

    protected override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var provision = new InfoProvision
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            ProvidedOn = read.PastDay("providedOn", "情報を提供した日"),
            Content = read.Required("content", "提供した情報"),
            Charges = read.Text("charges"),
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        };
        if (read.IsWrong)
        {
            return Task.FromResult<Outcome<Value.Record>>(read.Refusal);
        }

        context.Db.Add(provision);
        return Task.FromResult<Outcome<Value.Record>>(Answer(("infoProvidedOn", Value.Of(provision.ProvidedOn))));
    }
}
