using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>計画案提出依頼 received from the municipality.</summary>
internal sealed class PlanRequestAct : ClientAct
{
    public override string Name => "Office.PlanRequest";

    protected override Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop) =>
        Task.FromResult(Prefill(("receivedOn", Today(context))));

    protected override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var received = read.PastDay("receivedOn", "依頼を受け取った日");
        var due = read.Day("dueOn");
        read.RefuseIf(due < received, "due-before-receipt", "「提出期限」が受け取った日より前になっています。", "dueOn");
        if (read.IsWrong)
        {
            return Task.FromResult<Outcome<Value.Record>>(read.Refusal);
        }

        context.Db.Add(new PlanRequest
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            ReceivedOn = received,
            Number = read.Text("number"),
            DueOn = due,
            DocumentId = read.Id("document"),
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        });
        return Task.FromResult<Outcome<Value.Record>>(Answer(
            ("planRequestedOn", Value.Of(received)),
            ("draftDueOn", due is { } day ? Value.Of(day) : Value.None)));
    }
}
